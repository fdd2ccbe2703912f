# Completion of pressmark-index for fish; the program itself knows its options.
complete -c pressmark-index -k -a '(set -l words (commandline -opc); $words[1] --complete $words[2..-1] (commandline -ct) 2>/dev/null)'
