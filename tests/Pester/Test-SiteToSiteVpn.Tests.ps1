Describe 'Test-SiteToSiteVpn' {
    BeforeEach {
        . $PSScriptRoot/Start.ps1
        $vpn = New-SiteToSiteVpn shop 198.51.100.7 -StaticRoute 192.168.0.0/16 -PropagateRoutes -Tag @{ Name = 'office' }
    }
    AfterEach {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Test-SiteToSiteVpn | Should -BeExactly 'LogLine', 'ThrottleLimit', 'VpnConnectionId'
    }

    It 'says what is wrong, how it knows and what mends it' {
        $finding = $vpn | Test-SiteToSiteVpn | Where-Object Code -EQ TunnelDown | Select-Object -First 1
        "$($finding.Severity)" | Should -BeExactly Error
        $finding.Evidence | Should -Match 'IPSEC IS DOWN'
        $finding.Fix | Should -Not -BeNullOrEmpty
    }

    It 'says nothing where all is well' {
        Connect-Vpn $vpn
        Test-SiteToSiteVpn office | Should -BeNullOrEmpty
    }

    It 'shows a table with the remedy' {
        Test-SiteToSiteVpn office | Out-String -Width 160 | Should -Match 'TunnelDown'
    }
}
