# PRESSMARK_PROFILE=use: common/ and indexer/ are compiled by a profile. A build of its own, below this one (PRESSMARK_PROFILE=count),
# counts which way pressmark-index goes at each branch while it indexes the sample archive; the compiler lays out the code by that.
# Compiling takes twice as long, indexing a tenth less (DECISIONS B5). Both builds name counters by the paths of their objects
# below the build directory, so that the one finds those of the other.
set(PRESSMARK_PROFILE "" CACHE STRING "use: compile by a profile of the sample archive (g++ only); count: make one")

function(pressmark_profile)
  if(NOT PRESSMARK_PROFILE)
    return()
  endif()
  if(CMAKE_CROSSCOMPILING OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    message(STATUS "PRESSMARK_PROFILE needs g++ and programs that run here: left out")
    return()
  endif()
  set(libraries pressmark_common pressmark_indexer)
  file(REAL_PATH ${PROJECT_BINARY_DIR} build)  # as the compiler sees it
  if(PRESSMARK_PROFILE STREQUAL "count")
    foreach(library IN LISTS libraries)
      target_compile_options(${library} PRIVATE
        -fprofile-generate=${build}/counters -fprofile-prefix-path=${build} -fprofile-update=prefer-atomic)
      target_link_options(${library} INTERFACE -fprofile-generate)
    endforeach()
    return()
  endif()

  include(ExternalProject)
  set(counting ${build}/profile)
  set(counter ${counting}/bin/pressmark-index)
  set(crawl ${PROJECT_SOURCE_DIR}/corpus)
  set(passed_on)
  foreach(variable IN ITEMS CMAKE_BUILD_TYPE CMAKE_CXX_COMPILER CMAKE_CXX_COMPILER_LAUNCHER CMAKE_CXX_FLAGS CMAKE_PREFIX_PATH
      CMAKE_UNITY_BUILD CMAKE_UNITY_BUILD_BATCH_SIZE)
    string(REPLACE ";" "|" value "${${variable}}")
    list(APPEND passed_on -D${variable}:STRING=${value})
  endforeach()
  ExternalProject_Add(profile
    SOURCE_DIR ${PROJECT_SOURCE_DIR} BINARY_DIR ${counting} PREFIX ${counting}/stamps
    LIST_SEPARATOR | CMAKE_ARGS ${passed_on} -DPRESSMARK_PROFILE=count -DPRESSMARK_TESTS=OFF -DPRESSMARK_MAN=OFF
    BUILD_COMMAND ${CMAKE_COMMAND} -E env --unset=PWD ${CMAKE_COMMAND} --build . --target pressmark-index
    BUILD_ALWAYS ON USES_TERMINAL_BUILD ON BUILD_BYPRODUCTS ${counter}
    INSTALL_COMMAND "")
  add_custom_command(OUTPUT ${counting}/counted DEPENDS ${counter} VERBATIM WORKING_DIRECTORY ${counting}
    COMMAND ${CMAKE_COMMAND} -E rm -rf counters archive
    COMMAND ${CMAKE_COMMAND} -E env XDG_CONFIG_HOME=${counting}/no-hooks
            ${counter} --db archive --no-config --quiet --jobs 1
            ${crawl}/default ${crawl}/multilingual ${crawl}/duplicates ${crawl}/warc
    COMMAND ${CMAKE_COMMAND} -E touch counted
    COMMENT "Counting branches on the sample archive")
  add_custom_target(profile_counts DEPENDS ${counting}/counted)
  add_dependencies(profile_counts profile)
  foreach(library IN LISTS libraries)
    add_dependencies(${library} profile_counts)
    target_compile_options(${library} PRIVATE -fprofile-use=${counting}/counters -fprofile-prefix-path=${build}
      -fprofile-partial-training -Wno-missing-profile -Wno-coverage-mismatch)
  endforeach()
endfunction()
