Describe 'Test-ClientVpn' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $both = $certificates + @{ SplitTunnel = $true }
        $subnets = 'subnet-0a110000000000001', 'subnet-0a110000000000003'
        $endpoint = New-ClientVpn people 10.200.0.0/22 $subnets @both -Route 10.101.0.0/16 -AuthorizedCidrBlock 10.1.0.0/16
        $null = New-ClientVpn others 10.204.0.0/22 $subnets @both -Route 10.101.0.0/16 -AuthorizedCidrBlock 10.1.0.0/16, 10.101.0.0/16
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Test-ClientVpn | Should -BeExactly 'AuthorityPath', 'ClientVpnEndpointId', 'ThrottleLimit', 'WarningDays'
    }

    It 'says what is wrong, how it knows and what mends it' {
        $finding = $endpoint | Test-ClientVpn
        $finding.Code | Should -BeExactly RouteWithoutRule
        "$($finding.Severity)" | Should -BeExactly Error
        $finding.Subject | Should -BeExactly 10.101.0.0/16
        $finding.Evidence | Should -Match 'no rule'
        $finding.Fix | Should -Match 'Grant-ClientVpnAccess'
        $finding.ClientVpnEndpointId | Should -BeExactly $endpoint.ClientVpnEndpointId
    }

    It 'says nothing where all is well, and writes nothing' {
        Test-ClientVpn others | Should -BeNullOrEmpty
        Get-Write { Get-ClientVpn | Test-ClientVpn } | Where-Object { $_ -notlike 'Export*' } | Should -BeNullOrEmpty
    }

    It 'shows a table with the endpoint and the remedy' {
        Test-ClientVpn people | Out-String -Width 160 | Should -Match "(?s)Vpn: $($endpoint.ClientVpnEndpointId).*Error +RouteWithoutRule +10\.101\.0\.0/16 +Say who may"
    }

    It 'says that an endpoint is not there' {
        { Test-ClientVpn nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ClientVpnNotFound,NetConnect.PowerShell.TestClientVpnCommand'
    }
}
