# Completion of finitencheck in PowerShell. In $PROFILE: finitencheck completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName finitencheck -ScriptBlock {
    param($current, $line, $cursor)
    $words = @($line.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { "$_" })
    & $line.GetCommandName() completion words "--current=$current" -- @words 2> $null | ForEach-Object {
        $word, $meaning = $_ -split "`t", 2
        if ($word -eq ':files') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($current)
        } elseif ($word -eq ':folders') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($current) | Where-Object ResultType -EQ ProviderContainer
        } else {
            [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $(if ($meaning) { $meaning } else { $word }))
        }
    }
}
