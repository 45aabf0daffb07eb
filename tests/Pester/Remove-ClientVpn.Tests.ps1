Describe 'Remove-ClientVpn' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates -Route 172.16.0.0/12 -AuthorizedCidrBlock 10.1.0.0/16
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Remove-ClientVpn | Should -BeExactly 'ClientVpnEndpointId', 'PassThru', 'ThrottleLimit', 'Timeout'
    }

    It 'removes the endpoint and all that hangs on it, and gives nothing' {
        $endpoint | Remove-ClientVpn -Confirm:$false | Should -BeNullOrEmpty
        Get-ClientVpn | Should -BeNullOrEmpty
    }

    It 'removes nothing with -WhatIf' {
        Get-Write { Remove-ClientVpn people -WhatIf } | Should -BeNullOrEmpty
    }

    It 'gives the last state with -PassThru' {
        (Remove-ClientVpn people -Confirm:$false -PassThru).State | Should -BeExactly deleted
    }
}
