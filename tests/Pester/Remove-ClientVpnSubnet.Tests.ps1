Describe 'Remove-ClientVpnSubnet' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates -Route 172.16.0.0/12 -AuthorizedCidrBlock 10.1.0.0/16
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Remove-ClientVpnSubnet | Should -BeExactly 'ClientVpnEndpointId', 'PassThru', 'SubnetId', 'ThrottleLimit', 'Timeout'
    }

    It 'writes nothing with -WhatIf, then what is missing, and the second time nothing' {
        Get-Write { Remove-ClientVpnSubnet people subnet-0a110000000000001 -WhatIf } | Should -BeNullOrEmpty
        Get-Write { Remove-ClientVpnSubnet people subnet-0a110000000000001 -Confirm:$false } | Should -BeExactly 'DeleteClientVpnRoute', 'DisassociateClientVpnTargetNetwork'
        Get-Write { Remove-ClientVpnSubnet people subnet-0a110000000000001 -Confirm:$false } | Should -BeNullOrEmpty
    }

    It 'takes the endpoint from the pipeline and gives it only with -PassThru' {
        $endpoint | Remove-ClientVpnSubnet -SubnetId subnet-0a110000000000001 -Confirm:$false -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        ($endpoint | Remove-ClientVpnSubnet -SubnetId subnet-0a110000000000001 -Confirm:$false -PassThru).ClientVpnEndpointId | Should -BeExactly $endpoint.ClientVpnEndpointId
    }

    It 'refuses what cannot be, and writes nothing' {
        Get-Write { Remove-ClientVpnSubnet people vpc-0a110000000000001 -Confirm:$false -ErrorVariable script:wrong -ErrorAction SilentlyContinue } | Should -BeNullOrEmpty
        $wrong.FullyQualifiedErrorId | Should -BeExactly 'MalformedId,NetConnect.PowerShell.RemoveClientVpnSubnetCommand'
    }
}
