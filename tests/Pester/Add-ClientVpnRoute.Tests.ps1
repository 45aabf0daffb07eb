Describe 'Add-ClientVpnRoute' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates -Route 172.16.0.0/12 -AuthorizedCidrBlock 10.1.0.0/16
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Add-ClientVpnRoute | Should -BeExactly 'ClientToClient', 'ClientVpnEndpointId', 'Description', 'DestinationCidrBlock', 'ThrottleLimit', 'Timeout'
    }

    It 'writes nothing with -WhatIf, then what is missing, and the second time nothing' {
        Get-Write { Add-ClientVpnRoute people 192.168.0.0/16 -WhatIf } | Should -BeNullOrEmpty
        Get-Write { Add-ClientVpnRoute people 192.168.0.0/16 } | Should -BeExactly 'CreateClientVpnRoute'
        Get-Write { Add-ClientVpnRoute people 192.168.0.0/16 } | Should -BeNullOrEmpty
    }

    It 'takes the endpoint from the pipeline and gives it back' {
        ($endpoint | Add-ClientVpnRoute -DestinationCidrBlock 192.168.0.0/16).ClientVpnEndpointId | Should -BeExactly $endpoint.ClientVpnEndpointId
    }

    It 'refuses what cannot be, and writes nothing' {
        Get-Write { Add-ClientVpnRoute people 10.200.1.0/24 -ErrorVariable script:wrong -ErrorAction SilentlyContinue } | Should -BeNullOrEmpty
        $wrong.FullyQualifiedErrorId | Should -BeExactly 'ClientVpnOptionInvalid,NetConnect.PowerShell.AddClientVpnRouteCommand'
    }
}
