# Completion of finitencheck in zsh. In ~/.zshrc, after compinit: source <(finitencheck completion zsh)
_finitencheck() {
    local word meaning
    local -a described paths
    while IFS=$'\t' read -r word meaning; do
        case $word in
            :files) paths=(_files) ;;
            :folders) paths=(_files -/) ;;
            *) described+=("$word:$meaning") ;;
        esac
    done < <("${words[1]}" completion words "--current=${words[CURRENT]}" -- "${(@)words[2,CURRENT-1]}" 2> /dev/null)
    (( $#described )) && _describe finitencheck described
    (( $#paths )) && $paths
}
compdef _finitencheck finitencheck
