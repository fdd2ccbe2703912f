# Completion of pressmark-search for fish; the program itself knows its options, fields and values.
complete -c pressmark-search -k -a '(set -l words (commandline -opc); $words[1] --complete $words[2..-1] (commandline -ct) 2>/dev/null)'
