Describe 'Set-ClientVpn' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Set-ClientVpn | Should -BeExactly 'ClientConnectHandlerArn', 'ClientVpnEndpointId', 'ConnectionLogGroup', 'ConnectionLogStream',
        'Description', 'DisconnectOnSessionTimeout', 'DnsServer', 'EnforceClientRoutes', 'LoginBanner', 'RemoveTag', 'SecurityGroupId', 'SelfServicePortal',
        'ServerCertificateArn', 'SessionTimeoutHours', 'SplitTunnel', 'Tag', 'ThrottleLimit', 'Timeout', 'VpnPort'
    }

    It 'writes nothing with -WhatIf, then what differs, and the second time nothing' {
        Get-Write { Set-ClientVpn people -SessionTimeoutHours 8 -WhatIf } | Should -BeNullOrEmpty
        Get-Write { Set-ClientVpn people -SessionTimeoutHours 8 } | Should -BeExactly 'ModifyClientVpnEndpoint'
        Get-Write { Set-ClientVpn people -SessionTimeoutHours 8 } | Should -BeNullOrEmpty
    }

    It 'takes the endpoint from the pipeline and gives it back as it is then' {
        ($endpoint | Set-ClientVpn -LoginBanner Welcome).LoginBanner | Should -BeExactly 'Welcome'
    }

    It 'refuses what cannot be, and the other endpoint is changed' {
        $changed = Set-ClientVpn nobody, people -SessionTimeoutHours 8 -ErrorVariable wrong -ErrorAction SilentlyContinue
        $wrong.FullyQualifiedErrorId | Should -BeExactly 'ClientVpnNotFound,NetConnect.PowerShell.SetClientVpnCommand'
        $changed.SessionTimeoutHours | Should -Be 8
    }
}
