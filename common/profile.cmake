# PRESSMARK_PROFILE=use: common/ and indexer/ are compiled by a profile. A build of its own, below this one (PRESSMARK_PROFILE=count),
# counts which way pressmark-index goes at each branch while it indexes the sample archive; the compiler lays out the code by that.
# Compiling takes twice as long, indexing a tenth less (DECISIONS A2). Both builds name counters by the paths of their objects
# below the build directory, so that the one finds those of the other.
set(PRESSMARK_PROFILE "" CACHE STRING "use: compile by a profile of the sample archive (g++ only); count: make one")

function(pressmark_profile)
  if(NOT PRESSMARK_PROFILE)
    return()
  endif()
  set(libraries pressmark_common pressmark_indexer)
  if(PRESSMARK_PROFILE STREQUAL "count")
    foreach(library IN LISTS libraries)
      target_compile_options(${library} PRIVATE -fprofile-generate=${PROJECT_BINARY_DIR}/counters
        -fprofile-prefix-path=${PROJECT_BINARY_DIR} -fprofile-update=prefer-atomic)
      target_link_options(${library} INTERFACE -fprofile-generate)
    endforeach()
    return()
  endif()
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    message(STATUS "PRESSMARK_PROFILE is for g++ and left out")
    return()
  endif()
  include(ExternalProject)
  set(counting ${PROJECT_BINARY_DIR}/profile)
  set(crawl ${PROJECT_SOURCE_DIR}/corpus)
  ExternalProject_Add(profile
    SOURCE_DIR ${PROJECT_SOURCE_DIR}
    BINARY_DIR ${counting}
    PREFIX ${counting}/stamps
    CMAKE_ARGS -DCMAKE_BUILD_TYPE=${CMAKE_BUILD_TYPE} -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DPRESSMARK_PROFILE=count -DPRESSMARK_TESTS=OFF
    BUILD_COMMAND ${CMAKE_COMMAND} --build . --target pressmark-index
    INSTALL_COMMAND ${CMAKE_COMMAND} -E rm -rf counters archive
    COMMAND ${CMAKE_COMMAND} -E env XDG_CONFIG_HOME=${counting}/none bin/pressmark-index --db archive --quiet --jobs 1 ${crawl}/default ${crawl}/multilingual ${crawl}/duplicates ${crawl}/warc
    BUILD_ALWAYS ON
    USES_TERMINAL_BUILD ON)
  foreach(library IN LISTS libraries)
    add_dependencies(${library} profile)
    target_compile_options(${library} PRIVATE -fprofile-use=${counting}/counters
      -fprofile-prefix-path=${PROJECT_BINARY_DIR} -fprofile-partial-training -Wno-missing-profile
      -Wno-coverage-mismatch)
  endforeach()
endfunction()
