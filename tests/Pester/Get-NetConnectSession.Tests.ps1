Describe 'Get-NetConnectSession' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'tells whose the default session is' {
        $session = Get-NetConnectSession
        $session.Account, $session.Region | Should -BeExactly '111111111111', 'eu-west-1'
    }

    It 'tells whose another role would be' {
        (Get-NetConnectSession -RoleArn $peer.PeerRoleArn -Region us-east-1).Account | Should -BeExactly 222222222222
    }

    It 'says that a profile is not there' {
        { Get-NetConnectSession -ProfileName no-such-profile -ErrorAction Stop } |
            Should -Throw -ErrorId 'ProfileNotFound,NetConnect.PowerShell.GetNetConnectSessionCommand'
    }
}
