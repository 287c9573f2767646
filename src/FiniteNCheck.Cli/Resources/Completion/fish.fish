# Completion of finitencheck in fish: finitencheck completion fish > ~/.config/fish/completions/finitencheck.fish
function __finitencheck_words
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l current (commandline --current-token --cut-at-cursor)
    for line in (command $words[1] completion words "--current=$current" -- $words[2..-1] 2> /dev/null)
        switch $line
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current" ''
            case '*'
                echo $line
        end
    end
end
complete --command finitencheck --no-files --arguments '(__finitencheck_words)'
