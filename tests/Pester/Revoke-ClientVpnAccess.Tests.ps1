Describe 'Revoke-ClientVpnAccess' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates -Route 172.16.0.0/12 -AuthorizedCidrBlock 10.1.0.0/16
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Revoke-ClientVpnAccess | Should -BeExactly 'AccessGroupId', 'ClientVpnEndpointId', 'DestinationCidrBlock', 'PassThru', 'ThrottleLimit', 'Timeout'
    }

    It 'writes nothing with -WhatIf, then what is missing, and the second time nothing' {
        Get-Write { Revoke-ClientVpnAccess people 10.1.0.0/16 -WhatIf } | Should -BeNullOrEmpty
        Get-Write { Revoke-ClientVpnAccess people 10.1.0.0/16 -Confirm:$false } | Should -BeExactly 'RevokeClientVpnIngress'
        Get-Write { Revoke-ClientVpnAccess people 10.1.0.0/16 -Confirm:$false } | Should -BeNullOrEmpty
    }

    It 'takes the endpoint from the pipeline and gives it only with -PassThru' {
        $endpoint | Revoke-ClientVpnAccess -DestinationCidrBlock 10.1.0.0/16 -Confirm:$false -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        ($endpoint | Revoke-ClientVpnAccess -DestinationCidrBlock 10.1.0.0/16 -Confirm:$false -PassThru).ClientVpnEndpointId | Should -BeExactly $endpoint.ClientVpnEndpointId
    }

    It 'refuses what cannot be, and writes nothing' {
        Get-Write { Revoke-ClientVpnAccess people nowhere -Confirm:$false -ErrorVariable script:wrong -ErrorAction SilentlyContinue } | Should -BeNullOrEmpty
        $wrong.FullyQualifiedErrorId | Should -BeExactly 'MalformedCidr,NetConnect.PowerShell.RevokeClientVpnAccessCommand'
    }
}
