Describe 'Get-ClientVpn' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $made = New-ClientVpn people 10.200.0.0/22 subnet-0a110000000000001 @certificates -Tag @{ Team = 'net' }
        New-ClientVpn others 10.204.0.0/22 @certificates | Remove-ClientVpn -Confirm:$false
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-ClientVpn | Should -BeExactly 'ClientVpnEndpointId', 'Tag', 'ThrottleLimit'
    }

    It 'lists live endpoints only' {
        (Get-ClientVpn).ClientVpnEndpointId | Should -BeExactly $made.ClientVpnEndpointId
    }

    It 'finds by id, by name, by tag and by its own output' {
        (Get-ClientVpn $made.ClientVpnEndpointId).Name | Should -BeExactly people
        (Get-ClientVpn people).ClientVpnEndpointId | Should -BeExactly $made.ClientVpnEndpointId
        Get-ClientVpn -Tag @{ Team = 'net' } | Should -HaveCount 1
        ($made | Get-ClientVpn).ClientVpnEndpointId | Should -BeExactly $made.ClientVpnEndpointId
    }

    It 'says that an endpoint is not there' {
        { Get-ClientVpn nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ClientVpnNotFound,NetConnect.PowerShell.GetClientVpnCommand'
    }

    It 'gives objects that survive Export-Clixml, and bind again' {
        $file = Join-Path $TestDrive endpoint.xml
        $made | Export-Clixml $file
        $read = Import-Clixml $file
        $read.Associations.SubnetId | Should -BeExactly subnet-0a110000000000001
        ($read | Get-ClientVpn).ClientVpnEndpointId | Should -BeExactly $made.ClientVpnEndpointId
    }

    It 'shows a table with how many subnets, routes and rules there are' {
        Get-ClientVpn | Out-String -Width 160 | Should -Match 'available +10\.200\.0\.0/22 +vpc-0a110000000000001 +1 +1 +0 +people'
    }
}
