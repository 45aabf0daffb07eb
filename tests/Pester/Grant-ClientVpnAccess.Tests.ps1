Describe 'Grant-ClientVpnAccess' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates -Route 172.16.0.0/12 -AuthorizedCidrBlock 10.1.0.0/16
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Grant-ClientVpnAccess | Should -BeExactly 'AccessGroupId', 'ClientVpnEndpointId', 'Description', 'DestinationCidrBlock', 'ThrottleLimit', 'Timeout'
    }

    It 'writes nothing with -WhatIf, then what is missing, and the second time nothing' {
        Get-Write { Grant-ClientVpnAccess people 172.16.0.0/12 -WhatIf } | Should -BeNullOrEmpty
        Get-Write { Grant-ClientVpnAccess people 172.16.0.0/12 } | Should -BeExactly 'AuthorizeClientVpnIngress'
        Get-Write { Grant-ClientVpnAccess people 172.16.0.0/12 } | Should -BeNullOrEmpty
    }

    It 'takes the endpoint from the pipeline and gives it back' {
        ($endpoint | Grant-ClientVpnAccess -DestinationCidrBlock 172.16.0.0/12).ClientVpnEndpointId | Should -BeExactly $endpoint.ClientVpnEndpointId
    }

    It 'refuses what cannot be, and writes nothing' {
        Get-Write { Grant-ClientVpnAccess people nowhere -ErrorVariable script:wrong -ErrorAction SilentlyContinue } | Should -BeNullOrEmpty
        $wrong.FullyQualifiedErrorId | Should -BeExactly 'MalformedCidr,NetConnect.PowerShell.GrantClientVpnAccessCommand'
    }
}
