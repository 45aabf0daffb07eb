Describe 'Set-NetConnectSession' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Set-NetConnectSession | Should -BeExactly 'Clear', 'PassThru'
    }

    It 'makes a session the default of the runspace' {
        New-NetConnectSession -RoleArn $peer.PeerRoleArn -Region us-east-1 | Set-NetConnectSession
        (Get-NetConnectSession).Account | Should -BeExactly 222222222222
    }

    It 'gives the session with -PassThru alone' {
        $session = New-NetConnectSession -Region us-east-1
        $session | Set-NetConnectSession | Should -BeNullOrEmpty
        $session | Set-NetConnectSession -PassThru | Should -Be $session
    }

    It 'changes nothing with -WhatIf' {
        New-NetConnectSession -RoleArn $peer.PeerRoleArn -Region us-east-1 | Set-NetConnectSession -WhatIf
        (Get-NetConnectSession).Account | Should -BeExactly 111111111111
    }

    It 'is not seen by other runspaces' {
        $manifest = (Get-Module NetConnect).Path -replace 'psm1$', 'psd1'
        $seen = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            Get-NetConnectSandbox
            try { (Get-NetConnectSession -Region eu-west-1 -ProfileName no-such-profile -ErrorAction Stop).Account } catch { $_.FullyQualifiedErrorId }
        }
        $seen | Should -BeExactly 'ProfileNotFound,NetConnect.PowerShell.GetNetConnectSessionCommand'
    }
}
