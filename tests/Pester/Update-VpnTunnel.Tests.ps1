Describe 'Update-VpnTunnel' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $waiting = New-VpnTunnelOption -EnableTunnelLifecycleControl $true
        $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -Tag @{ Name = 'office' } -TunnelOption $waiting, $waiting
        Connect-Vpn $vpn
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Update-VpnTunnel | Should -BeExactly 'AllowOutage', 'NoWait', 'OutsideIpAddress', 'ThrottleLimit', 'Timeout', 'VpnConnectionId'
    }

    It 'applies what waits, once' {
        $vpn.Tunnels | ForEach-Object { $sandbox.Vpn.OfferMaintenance($vpn.VpnConnectionId, $_.OutsideIpAddress, [timespan]::FromDays(7)) }
        Get-Write { $vpn | Update-VpnTunnel } | Should -BeExactly ReplaceVpnTunnel, ReplaceVpnTunnel
        Get-Write { $vpn | Update-VpnTunnel } | Should -BeNullOrEmpty
    }

    It 'leaves tunnels without maintenance alone' {
        Get-Write { Update-VpnTunnel office } | Should -BeNullOrEmpty
    }
}
