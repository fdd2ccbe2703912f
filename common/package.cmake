# What an installation holds beside the programs: man pages, completion, units, documents; and the Debian package.
option(PRESSMARK_MAN "Make the man pages (needs scdoc)" ON)

set(documents ${CMAKE_INSTALL_DATADIR}/doc/pressmark)
install(FILES README.md COOKBOOK.md SECURITY.md indexer/enrich/data/NAMES-ATTRIBUTION.md common/package/copyright
  DESTINATION ${documents})
install(FILES searcher/output/schema.json DESTINATION ${documents} RENAME search.schema.json)

find_program(GZIP_PROGRAM gzip REQUIRED)
configure_file(common/package/changelog.in changelog.Debian @ONLY)
set(pages)
foreach(each IN ITEMS "CHANGELOG.md%changelog" "${PROJECT_BINARY_DIR}/changelog.Debian%changelog.Debian")
  string(REGEX REPLACE "%.*" "" text ${each})
  string(REGEX REPLACE ".*%" "" name ${each})
  set(packed ${PROJECT_BINARY_DIR}/${name}.gz)
  add_custom_command(OUTPUT ${packed} DEPENDS ${text} VERBATIM WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    COMMAND sh -c "\"$1\" -9n < \"$2\" > \"$3\"" pack ${GZIP_PROGRAM} ${text} ${packed})
  install(FILES ${packed} DESTINATION ${documents})
  list(APPEND pages ${packed})
endforeach()

if(PRESSMARK_MAN)
  find_program(SCDOC_PROGRAM scdoc REQUIRED)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  foreach(page IN ITEMS
      indexer/man/pressmark-index.1 searcher/man/pressmark-search.1 searcher/man/pressmark-query.7 common/man/pressmark-db.5)
    get_filename_component(name ${page} NAME)
    string(REGEX MATCH "[0-9]$" section ${name})
    set(made ${PROJECT_BINARY_DIR}/man/${name})
    add_custom_command(OUTPUT ${made}.gz
      DEPENDS ${page}.scd common/man/fill.py pressmark-index pressmark-search VERBATIM
      COMMAND sh -c
        "\"$1\" \"$2\" --program \"pressmark-index=$3\" --program \"pressmark-search=$4\" \"$5\" > \"$6.scd\" \
         && \"$7\" < \"$6.scd\" > \"$6\" && \"$8\" -9nc \"$6\" > \"$6.gz\""
        make ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/common/man/fill.py $<TARGET_FILE:pressmark-index>
        $<TARGET_FILE:pressmark-search> ${PROJECT_SOURCE_DIR}/${page}.scd ${made} ${SCDOC_PROGRAM} ${GZIP_PROGRAM})
    list(APPEND pages ${made}.gz)
    install(FILES ${made}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
  endforeach()
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man)
endif()
add_custom_target(pressmark_documents ALL DEPENDS ${pages})

foreach(side IN ITEMS indexer/completion/%pressmark-index searcher/completion/%pressmark-search)
  string(REGEX MATCH "[^%]+$" name ${side})
  string(REGEX REPLACE "%.*" "" folder ${side})
  install(FILES ${folder}${name}.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ${name})
  install(FILES ${folder}_${name} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  install(FILES ${folder}${name}.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endforeach()
install(FILES indexer/systemd/pressmark-index@.service indexer/systemd/pressmark-index@.timer
  DESTINATION lib/systemd/system)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME pressmark)
set(CPACK_PACKAGE_VENDOR "Pressmark")
set(CPACK_PACKAGE_CONTACT "Pressmark maintainers <maintainers@pressmark.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search over a news archive from the terminal")
set(CPACK_PACKAGE_DESCRIPTION
"pressmark-index reads what crawlers leave behind (HTML, plain text, WARC, JSON
Lines) into a Xapian database and finds each article's text, headline, day,
authors, outlet, language, names and countries. pressmark-search answers ranked
queries on it, filters by field and counts facets, also while the indexer runs.")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS tzdata)  # names of --tz; the libraries are added
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fzf, jq, less, xapian-tools")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
