Describe 'Disconnect-ClientVpnConnection' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates
        $first = $sandbox.ClientVpn.Connect($endpoint.ClientVpnEndpointId, 'anna')
        $null = $sandbox.ClientVpn.Connect($endpoint.ClientVpnEndpointId, 'ben', 'ben@example.com')
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Disconnect-ClientVpnConnection |
            Should -BeExactly 'ClientVpnEndpointId', 'ConnectionId', 'PassThru', 'ThrottleLimit', 'Timeout', 'UserName'
    }

    It 'ends a session by its id, and leaves the others' {
        Disconnect-ClientVpnConnection $first | Should -BeNullOrEmpty
        (Get-ClientVpnConnection -Active).User | Should -BeExactly ben@example.com
    }

    It 'ends what is piped, and gives it with -PassThru' {
        (Get-ClientVpnConnection | Disconnect-ClientVpnConnection -PassThru).State | Should -BeExactly terminated, terminated
    }

    It 'ends the sessions of people' {
        $endpoint | Disconnect-ClientVpnConnection -UserName ben*
        (Get-ClientVpnConnection -Active).User | Should -BeExactly anna
    }

    It 'ends nothing with -WhatIf, and nothing a second time' {
        Get-Write { Disconnect-ClientVpnConnection -UserName * -WhatIf } | Should -BeNullOrEmpty
        Disconnect-ClientVpnConnection $first
        Get-Write { Disconnect-ClientVpnConnection $first } | Should -BeNullOrEmpty
    }

    It 'says that there is no such session' {
        { Disconnect-ClientVpnConnection cvpn-connection-0123456789abcdef0 -ErrorAction Stop } |
            Should -Throw -ErrorId 'ClientVpnConnectionNotFound,NetConnect.PowerShell.DisconnectClientVpnConnectionCommand'
    }
}
