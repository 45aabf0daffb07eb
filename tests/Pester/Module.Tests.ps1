Describe 'The module' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $manifest = Join-Path $root "output/NetConnect/$version/NetConnect.psd1"
        $cmdlets = (Import-PowerShellDataFile $manifest).CmdletsToExport
        $null = $cmdlets # read in It
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'has a manifest that is valid and plain data' {
        (Test-ModuleManifest $manifest).Version | Should -Be $version
        (Import-PowerShellDataFile $manifest).RootModule | Should -BeExactly NetConnect.psm1
    }

    It 'exports what the manifest says' {
        (Get-Command -Module NetConnect).Name | Should -BeExactly ($cmdlets | Sort-Object)
    }

    It 'uses approved verbs' {
        (Get-Command -Module NetConnect).Verb | Select-Object -Unique | Should -BeIn (Get-Verb).Verb
    }

    It 'keeps its cmdlets when it is imported again, and when it is removed and imported' {
        Import-Module $manifest -Force
        (Get-Command -Module NetConnect).Count | Should -Be $cmdlets.Count
        Remove-Module NetConnect
        Get-Command -Module NetConnect -ListImported | Should -BeNullOrEmpty
        Import-Module $manifest
        (Get-Command -Module NetConnect).Count | Should -Be $cmdlets.Count
        { Get-Command New-VpcPeering -ErrorAction Stop } | Should -Not -Throw
    }

    It 'knows its types before a first command' {
        pwsh -NoProfile -Command "Import-Module '$manifest'; [NetConnect.VpcPeering].Name" | Should -BeExactly VpcPeering
    }

    It 'works in parallel runspaces' {
        $accounts = 1..4 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $null = Start-NetConnectSandbox -Clock Fast
            (Get-NetConnectSession).Account
            Stop-NetConnectSandbox
        }
        $accounts | Should -BeExactly (@('111111111111') * 4)
    }

    It 'makes peerings from parallel runspaces that share one sandbox' {
        . $PSScriptRoot/Start.ps1
        $shared = @{ EndpointUrl = $sandbox.Endpoint; Credential = $sandbox.Accounts[0].Credential; Region = 'eu-west-1' }
        $null = 'shop', 'tools' | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $shared = $using:shared
            $peer = $using:peer
            New-VpcPeering $_ data @shared @peer -Route
        }
        (Get-VpcPeering).Status | Should -BeExactly active, active
    }
}
