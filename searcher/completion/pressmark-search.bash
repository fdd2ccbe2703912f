# Completion of pressmark-search for bash; the program itself knows its options, fields and values.
_pressmark_search() {
  local cur words cword line
  _get_comp_words_by_ref -n := cur words cword
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    # Values come from crawled pages: whatever the shell might read as more than a letter is quoted.
    [[ $line == *[^A-Za-z0-9_.,:=/@%+-]* ]] && printf -v line %q "$line"
    COMPREPLY+=("$line")
  done < <("${words[0]}" --complete "${words[@]:1:cword}" 2>/dev/null)
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
  __ltrim_colon_completions "$cur"
}
complete -o default -F _pressmark_search pressmark-search
