Describe 'Start-NetConnectSandbox' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        Stop-NetConnectSandbox
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Start-NetConnectSandbox | Should -BeExactly 'Authentication', 'Clock', 'Port', 'Seed'
    }

    It 'listens on loopback and makes its first account the session' {
        $started = Start-NetConnectSandbox
        $started.Endpoint.Host | Should -BeExactly 127.0.0.1
        (Get-NetConnectSession).Account | Should -BeExactly $started.Accounts[0].AccountId
    }

    It 'starts with the accounts of a seed file' {
        $seed = Join-Path $TestDrive seed.json
        Set-Content $seed '{ "accounts": [ { "id": "333333333333", "name": "lab", "users": [ { "name": "lab", "accessKeyId": "LABKEY3333", "secretAccessKey": "made-up" } ] } ] }'
        (Start-NetConnectSandbox -Seed $seed).Accounts.Name | Should -BeExactly lab
    }

    It 'refuses to start a second one' {
        $null = Start-NetConnectSandbox
        { Start-NetConnectSandbox } | Should -Throw -ErrorId 'SandboxRunning,NetConnect.PowerShell.StartNetConnectSandboxCommand'
    }

    It 'says that a seed cannot be read' {
        { Start-NetConnectSandbox -Seed (Join-Path $TestDrive none.json) } |
            Should -Throw -ErrorId 'SandboxNotStarted,NetConnect.PowerShell.StartNetConnectSandboxCommand'
    }
}
