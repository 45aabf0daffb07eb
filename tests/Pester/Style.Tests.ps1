BeforeDiscovery {
    $scripts = git -C $PSScriptRoot/../.. ls-files '*.ps1' '*.psm1' '*.psd1'
    $noAnalyzer = -not (Get-Module -ListAvailable PSScriptAnalyzer)
    $null = $noAnalyzer # read in -Skip
}

Describe 'PSScriptAnalyzer' -Skip:$noAnalyzer {
    It 'finds nothing in <_>' -ForEach $scripts {
        $root = Resolve-Path "$PSScriptRoot/../.."
        # In Pester a variable of BeforeEach is read in It, which the analyzer cannot see.
        $exclude = if ($_ -like '*.Tests.ps1') { 'PSUseDeclaredVarsMoreThanAssignments' } else { 'None' }
        $findings = Invoke-ScriptAnalyzer (Join-Path $root $_) -Settings "$root/PSScriptAnalyzerSettings.psd1" -ExcludeRule $exclude
        $findings | ForEach-Object { "$($_.Line): $($_.RuleName): $($_.Message)" } | Should -BeNullOrEmpty
    }
}
