# pressmark_embed(TARGET NAME FILE): compiles the bytes of FILE into TARGET, so that no data path exists at run time.
# Declare in C++:  namespace pressmark::embedded { std::string_view NAME(); }
function(pressmark_embed target name file)
  get_filename_component(path ${file} ABSOLUTE)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.cc)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include <string_view>

__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    "pressmark_@name@_begin:\n"
    ".incbin \"@path@\"\n"
    "pressmark_@name@_end:\n"
    ".byte 0\n"
    ".previous\n");

extern const char embedded_begin[] __asm__("pressmark_@name@_begin");
extern const char embedded_end[] __asm__("pressmark_@name@_end");

namespace pressmark::embedded {
std::string_view @name@();
std::string_view @name@() { return {embedded_begin, static_cast<std::size_t>(embedded_end - embedded_begin)}; }
}  // namespace pressmark::embedded
]])
  set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES
    OBJECT_DEPENDS ${path} COMPILE_OPTIONS -fno-lto)
  target_sources(${target} PRIVATE ${source})
endfunction()
