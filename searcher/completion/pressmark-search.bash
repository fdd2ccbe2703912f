# Completion of pressmark-search for bash; the program itself knows its options, fields and values.
_pressmark_search() {
  local cur words cword line rest
  _get_comp_words_by_ref -n := cur words cword
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    # Values come from crawled pages: whatever the shell might read as more than a letter is quoted. Not
    # the field in front: %q may quote a whole word as $'...', and the colon must be found below.
    rest=${line#"${line%%[!A-Za-z0-9_.,:=/@%+-]*}"}
    line=${line%"$rest"}
    [[ -n $rest ]] && printf -v rest %q "$rest"
    COMPREPLY+=("$line$rest")
  done < <("${words[0]}" --complete "${words[@]:1:cword}" 2>/dev/null)
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:=] ]] && compopt -o nospace 2>/dev/null
  __ltrim_colon_completions "$cur"
}
complete -o default -F _pressmark_search pressmark-search
