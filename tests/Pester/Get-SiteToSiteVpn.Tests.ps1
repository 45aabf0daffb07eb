Describe 'Get-SiteToSiteVpn' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $made = New-SiteToSiteVpn shop 198.51.100.7 -Static -Tag @{ Name = 'office'; Team = 'net' } -TunnelOption (New-VpnTunnelOption CNSA)
        New-SiteToSiteVpn tools 198.51.100.7 | Remove-SiteToSiteVpn -Confirm:$false
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-SiteToSiteVpn | Should -BeExactly 'IncludeDeleted', 'IncludeSecret', 'Tag', 'ThrottleLimit', 'TransitGatewayId', 'VpcId', 'VpnConnectionId'
    }

    It 'lists live connections only, and dead ones with -IncludeDeleted' {
        (Get-SiteToSiteVpn).VpnConnectionId | Should -BeExactly $made.VpnConnectionId
        Get-SiteToSiteVpn -IncludeDeleted | Should -HaveCount 2
    }

    It 'finds by id, by name, by VPC, by tag and by its own output' {
        (Get-SiteToSiteVpn $made.VpnConnectionId).Name | Should -BeExactly office
        (Get-SiteToSiteVpn office).VpnConnectionId | Should -BeExactly $made.VpnConnectionId
        Get-SiteToSiteVpn -VpcId shop -Tag @{ Team = 'net' } | Should -HaveCount 1
        Get-SiteToSiteVpn -VpcId tools | Should -BeNullOrEmpty
        ($made | Get-SiteToSiteVpn).VpnConnectionId | Should -BeExactly $made.VpnConnectionId
    }

    It 'gives keys with -IncludeSecret, by a method only' {
        $read = Get-SiteToSiteVpn office -IncludeSecret
        $key = $read.Tunnels[0].Options.GetPreSharedKey() | ConvertFrom-SecureString -AsPlainText
        $key | Should -Match '^[A-Za-z1-9._][A-Za-z0-9._]{7,63}$'
        $file = Join-Path $TestDrive secret.xml
        $read | Export-Clixml $file
        (Get-Content $file -Raw), ($read.Tunnels.Options | Format-List * | Out-String) | Should -Not -Match ([regex]::Escape($key))
    }

    It 'says that a connection is not there' {
        { Get-SiteToSiteVpn vpn-0123456789abcdef0 -ErrorAction Stop } | Should -Throw -ErrorId 'VpnNotFound,NetConnect.PowerShell.GetSiteToSiteVpnCommand'
    }

    It 'gives objects that survive Export-Clixml with the options of their tunnels, and bind again' {
        $file = Join-Path $TestDrive vpn.xml
        Get-SiteToSiteVpn office | Export-Clixml $file
        $read = Import-Clixml $file
        $read.Tunnels.Options.Phase1EncryptionAlgorithms | Should -Contain AES256-GCM-16
        ($read | Get-SiteToSiteVpn).VpnConnectionId | Should -BeExactly $made.VpnConnectionId
    }

    It 'shows a table with the device and how many tunnels are up' {
        Get-SiteToSiteVpn office | Out-String -Width 160 | Should -Match '198\.51\.100\.7 +static +0/2 +office'
    }
}
