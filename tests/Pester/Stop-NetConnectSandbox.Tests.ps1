Describe 'Stop-NetConnectSandbox' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'closes the endpoint and forgets the session' {
        Stop-NetConnectSandbox
        { Invoke-WebRequest $sandbox.Endpoint -TimeoutSec 5 } | Should -Throw
        Get-NetConnectSandbox | Should -BeNullOrEmpty
    }

    It 'stops nothing with -WhatIf' {
        Stop-NetConnectSandbox -WhatIf
        (Get-NetConnectSession).Account | Should -BeExactly 111111111111
    }

    It 'does nothing where none runs' {
        Stop-NetConnectSandbox
        { Stop-NetConnectSandbox -ErrorAction Stop } | Should -Not -Throw
    }
}
