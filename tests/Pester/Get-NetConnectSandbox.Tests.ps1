Describe 'Get-NetConnectSandbox' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'gives the sandbox of the runspace and counts its calls' {
        $before = (Get-NetConnectSandbox).CallCount
        $null = Get-NetConnectSession
        (Get-NetConnectSandbox).CallCount | Should -Be ($before + 1)
    }

    It 'gives nothing where none runs' {
        Stop-NetConnectSandbox
        Get-NetConnectSandbox | Should -BeNullOrEmpty
    }
}
