Describe 'Get-VpnTunnelStatus' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -Tag @{ Name = 'office' }
        Connect-Vpn $vpn
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-VpnTunnelStatus | Should -BeExactly 'ThrottleLimit', 'VpnConnectionId'
    }

    It 'shows every tunnel by its outside address, with one call' {
        $calls = $sandbox.CallCount
        $status = Get-VpnTunnelStatus
        $sandbox.CallCount - $calls | Should -Be 1
        $status.Status | Should -BeExactly UP, UP
        $status.OutsideIpAddress | Sort-Object | Should -BeExactly ($vpn.Tunnels.OutsideIpAddress | Sort-Object)
    }

    It 'takes connections from the pipeline' {
        $vpn | Get-VpnTunnelStatus | Should -HaveCount 2
        Get-VpnTunnelStatus office | Out-String -Width 160 | Should -Match 'IPSEC IS UP'
    }
}
