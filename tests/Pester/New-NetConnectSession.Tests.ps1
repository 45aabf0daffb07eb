Describe 'New-NetConnectSession' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter New-NetConnectSession | Should -BeExactly @(
            'DurationSeconds', 'MfaSerial', 'NoVerify', 'RoleSessionName', 'SessionTag', 'SourceIdentity',
            'TokenCode'
        )
    }

    It 'assumes a role and tells whose it is' {
        $session = New-NetConnectSession -RoleArn $peer.PeerRoleArn -Region us-east-1
        $session.Account | Should -BeExactly 222222222222
        $session.Arn | Should -Match 'assumed-role/NetConnect/'
        $session.Expiration | Should -BeGreaterThan ([datetime]::UtcNow)
    }

    It 'takes a PSCredential of key and secret' {
        $account = $sandbox.Accounts[1]
        (New-NetConnectSession -Credential $account.Credential -Region us-east-1 -EndpointUrl $sandbox.Endpoint).Account | Should -BeExactly $account.AccountId
    }

    It 'is taken by other cmdlets as -Session and -PeerSession' {
        $data = New-NetConnectSession -RoleArn $peer.PeerRoleArn -Region us-east-1
        (New-VpcPeering shop data -PeerSession $data).Status | Should -BeExactly active
        Get-VpcPeering -Session $data | Should -HaveCount 1
    }

    It 'says that a role cannot be assumed' {
        { New-NetConnectSession -RoleArn arn:aws:iam::222222222222:role/Nobody -Region us-east-1 } |
            Should -Throw -ErrorId 'RoleNotAssumable,NetConnect.PowerShell.NewNetConnectSessionCommand'
    }

    It 'calls nothing with -NoVerify' {
        $before = $sandbox.CallCount
        $null = New-NetConnectSession -RoleArn arn:aws:iam::222222222222:role/Nobody -Region us-east-1 -NoVerify
        $sandbox.CallCount | Should -Be $before
    }

    It 'holds no secret, printed or exported' {
        $session = New-NetConnectSession -RoleArn $peer.PeerRoleArn -Region us-east-1
        $text = ($session | Format-List * | Out-String) + [Management.Automation.PSSerializer]::Serialize($session, 5)
        $text | Should -Not -Match 'secret|SecretAccessKey|SessionToken'
    }
}
