Describe 'Set-VpnTunnelOption' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -Tag @{ Name = 'office' }
        $change = New-VpnTunnelOption -Phase1LifetimeSeconds 14400
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Set-VpnTunnelOption | Should -BeExactly 'AllowOutage', 'NoWait', 'OutsideIpAddress', 'PreSharedKeyStorage', 'ThrottleLimit', 'Timeout', 'TunnelOption', 'VpnConnectionId'
    }

    It 'changes both tunnels one after the other, and writes nothing when it runs again' {
        Connect-Vpn $vpn
        Get-Write { Set-VpnTunnelOption office $change } | Should -BeExactly ModifyVpnTunnelOptions, ModifyVpnTunnelOptions
        (Get-SiteToSiteVpn office).Tunnels.Options.Phase1LifetimeSeconds | Should -Be 14400, 14400
        Get-Write { Set-VpnTunnelOption office $change } | Should -BeNullOrEmpty
    }

    It 'changes one tunnel that its status names' {
        Connect-Vpn $vpn
        Get-Write { Get-VpnTunnelStatus office | Select-Object -First 1 | Set-VpnTunnelOption -TunnelOption $change } | Should -BeExactly ModifyVpnTunnelOptions
    }

    It 'moves the keys into Secrets Manager' {
        Connect-Vpn $vpn
        Set-VpnTunnelOption office -PreSharedKeyStorage SecretsManager
        (Get-SiteToSiteVpn office).Tunnels.PreSharedKeyStorage | Should -BeExactly SecretsManager, SecretsManager
    }

    It 'refuses to cut the connection' {
        { Set-VpnTunnelOption office $change -ErrorAction Stop } | Should -Throw -ErrorId 'VpnOutage,NetConnect.PowerShell.SetVpnTunnelOptionCommand'
    }
}
