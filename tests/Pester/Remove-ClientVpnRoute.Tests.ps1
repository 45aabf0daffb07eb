Describe 'Remove-ClientVpnRoute' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates -Route 172.16.0.0/12 -AuthorizedCidrBlock 10.1.0.0/16
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Remove-ClientVpnRoute | Should -BeExactly 'ClientToClient', 'ClientVpnEndpointId', 'DestinationCidrBlock', 'PassThru', 'ThrottleLimit', 'Timeout'
    }

    It 'writes nothing with -WhatIf, then what is missing, and the second time nothing' {
        Get-Write { Remove-ClientVpnRoute people 172.16.0.0/12 -WhatIf } | Should -BeNullOrEmpty
        Get-Write { Remove-ClientVpnRoute people 172.16.0.0/12 -Confirm:$false } | Should -BeExactly 'DeleteClientVpnRoute'
        Get-Write { Remove-ClientVpnRoute people 172.16.0.0/12 -Confirm:$false } | Should -BeNullOrEmpty
    }

    It 'takes the endpoint from the pipeline and gives it only with -PassThru' {
        $endpoint | Remove-ClientVpnRoute -DestinationCidrBlock 172.16.0.0/12 -Confirm:$false -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        ($endpoint | Remove-ClientVpnRoute -DestinationCidrBlock 172.16.0.0/12 -Confirm:$false -PassThru).ClientVpnEndpointId | Should -BeExactly $endpoint.ClientVpnEndpointId
    }

    It 'refuses what cannot be, and writes nothing' {
        Get-Write { Remove-ClientVpnRoute people 10.1.0.0/16 -Confirm:$false -ErrorVariable script:wrong -ErrorAction SilentlyContinue } | Should -BeNullOrEmpty
        $wrong.FullyQualifiedErrorId | Should -BeExactly 'ClientVpnOptionInvalid,NetConnect.PowerShell.RemoveClientVpnRouteCommand'
    }
}
