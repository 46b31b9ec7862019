# dragoman_headers(TARGET PUBLIC … INTERNAL …): the headers of a part of the library, under include/dragoman/. The
# public ones are installed; the internal ones are contracts between the parts. Each of them compiles alone.
set_property(GLOBAL PROPERTY DRAGOMAN_PUBLIC_HEADERS "")
function(dragoman_headers target)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "PUBLIC;INTERNAL")
  list(TRANSFORM ARG_PUBLIC PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/include/dragoman/)
  list(TRANSFORM ARG_INTERNAL PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/include/dragoman/)
  target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS include FILES ${ARG_PUBLIC} ${ARG_INTERNAL})
  set_property(GLOBAL APPEND PROPERTY DRAGOMAN_PUBLIC_HEADERS ${ARG_PUBLIC})
endfunction()
