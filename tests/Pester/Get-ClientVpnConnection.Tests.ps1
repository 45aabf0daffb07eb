Describe 'Get-ClientVpnConnection' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $endpoint = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates
        $first = $sandbox.ClientVpn.Connect($endpoint.ClientVpnEndpointId, 'anna')
        $null = $sandbox.ClientVpn.Connect($endpoint.ClientVpnEndpointId, 'ben', 'ben@example.com')
        $sandbox.ClientVpn.Transfer($first, 1500000, 42000000)
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-ClientVpnConnection | Should -BeExactly 'Active', 'ClientVpnEndpointId', 'ThrottleLimit', 'UserName'
    }

    It 'gives who is connected, by endpoint, by pipe and of all endpoints' {
        (Get-ClientVpnConnection people).User | Should -BeExactly 'anna', 'ben@example.com'
        ($endpoint | Get-ClientVpnConnection).ConnectionId | Should -Contain $first
        Get-ClientVpnConnection -Active | Should -HaveCount 2
    }

    It 'finds people by a pattern' {
        (Get-ClientVpnConnection -UserName B*).ClientIp | Should -BeExactly 10.200.0.3
        Get-ClientVpnConnection -UserName nobody | Should -BeNullOrEmpty
    }

    It 'says that an endpoint is not there' {
        { Get-ClientVpnConnection nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ClientVpnNotFound,NetConnect.PowerShell.GetClientVpnConnectionCommand'
    }

    It 'shows a table with the traffic and the person, also of what comes back from a file' {
        $file = Join-Path $TestDrive connections.xml
        Get-ClientVpnConnection -UserName anna | Export-Clixml $file
        foreach ($shown in (Get-ClientVpnConnection -UserName anna), (Import-Clixml $file)) {
            $shown | Out-String -Width 160 | Should -Match "$first +active +10\.200\.0\.2 +\d{4}-\d\d-\d\d \S+ +\d+:\d\d:\d\d +1.5 +42.0 +anna"
        }
    }
}
