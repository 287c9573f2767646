# Completion of finitencheck in bash. In ~/.bashrc: source <(finitencheck completion bash)
_finitencheck() {
    local current=${COMP_WORDS[COMP_CWORD]} word path
    COMPREPLY=()
    while IFS=$'\t' read -r word _; do
        case $word in
            :files | :folders)
                compopt -o filenames 2> /dev/null
                while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -A "$([ "$word" = :files ] && echo file || echo directory)" -- "$current")
                ;;
            *) COMPREPLY+=("$word") ;;
        esac
    done < <("${COMP_WORDS[0]}" completion words "--current=$current" -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2> /dev/null)
}
complete -F _finitencheck finitencheck
