Describe 'Add-ClientVpnSubnet' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates -Route 172.16.0.0/12 -AuthorizedCidrBlock 10.1.0.0/16
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Add-ClientVpnSubnet | Should -BeExactly 'ClientVpnEndpointId', 'SubnetId', 'ThrottleLimit', 'Timeout'
    }

    It 'writes nothing with -WhatIf, then what is missing, and the second time nothing' {
        Get-Write { Add-ClientVpnSubnet people subnet-0a110000000000003 -WhatIf } | Should -BeNullOrEmpty
        Get-Write { Add-ClientVpnSubnet people subnet-0a110000000000003 } | Should -BeExactly 'AssociateClientVpnTargetNetwork', 'CreateClientVpnRoute'
        Get-Write { Add-ClientVpnSubnet people subnet-0a110000000000003 } | Should -BeNullOrEmpty
    }

    It 'takes the endpoint from the pipeline and gives it back' {
        ($endpoint | Add-ClientVpnSubnet -SubnetId subnet-0a110000000000003).ClientVpnEndpointId | Should -BeExactly $endpoint.ClientVpnEndpointId
    }

    It 'refuses what cannot be, and writes nothing' {
        Get-Write { Add-ClientVpnSubnet people subnet-0a110000000000002 -ErrorVariable script:wrong -ErrorAction SilentlyContinue } | Should -BeNullOrEmpty
        $wrong.FullyQualifiedErrorId | Should -BeExactly 'ClientVpnSubnetUnfit,NetConnect.PowerShell.AddClientVpnSubnetCommand'
    }
}
