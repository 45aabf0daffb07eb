Describe 'New-VpnTunnelOption' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter New-VpnTunnelOption | Should -BeExactly @(
            'BgpLogEnabled', 'BgpLogGroupArn', 'BgpLogOutputFormat', 'DpdTimeoutAction', 'DpdTimeoutSeconds',
            'EnableTunnelLifecycleControl', 'IkeVersion', 'LogEnabled', 'LogGroupArn', 'LogOutputFormat', 'Phase1DHGroupNumber',
            'Phase1EncryptionAlgorithm', 'Phase1IntegrityAlgorithm', 'Phase1LifetimeSeconds', 'Phase2DHGroupNumber',
            'Phase2EncryptionAlgorithm', 'Phase2IntegrityAlgorithm', 'Phase2LifetimeSeconds', 'Preset', 'PreSharedKey',
            'RekeyFuzzPercentage', 'RekeyMarginTimeSeconds', 'ReplayWindowSize', 'StartupAction', 'TunnelInsideCidr', 'TunnelInsideIpv6Cidr'
        )
    }

    It 'begins with a preset, and lets the other parameters count before it' {
        $option = New-VpnTunnelOption CNSA -Phase1DHGroupNumber 20, 21
        $option.IkeVersions | Should -BeExactly ikev2
        $option.Phase1EncryptionAlgorithms | Should -BeExactly AES256-GCM-16
        $option.Phase1DHGroupNumbers | Should -Be 20, 21
    }

    It 'refuses what AWS would refuse: <Because>' -ForEach @(
        @{ Because = 'phase 2 outlives phase 1'; Option = @{ Phase1LifetimeSeconds = 900; Phase2LifetimeSeconds = 3600 } }
        @{ Because = 'AWS begins with IKEv2 only'; Option = @{ IkeVersion = 'ikev1'; StartupAction = 'start' } }
        @{ Because = 'the inside CIDR is reserved'; Option = @{ TunnelInsideCidr = '169.254.169.252/30' } }
        @{ Because = 'a log needs a group'; Option = @{ LogEnabled = $true } }
        @{ Because = 'the group is for phase 2 only'; Option = @{ Phase1DHGroupNumber = 5 } }
    ) {
        { New-VpnTunnelOption @Option } | Should -Throw -ErrorId 'VpnOptionInvalid,NetConnect.PowerShell.NewVpnTunnelOptionCommand'
    }

    It 'calls nothing, and keeps the key to itself' {
        $calls = $sandbox.CallCount
        $option = New-VpnTunnelOption -PreSharedKey ([Net.NetworkCredential]::new('', 'Known.To_Both.Ends').SecurePassword)
        $sandbox.CallCount | Should -Be $calls
        $option.HasPreSharedKey | Should -BeTrue
        $option | Format-List * | Out-String | Should -Not -Match 'Known.To'
        $option | Export-Clixml (Join-Path $TestDrive option.xml)
        Get-Content (Join-Path $TestDrive option.xml) -Raw | Should -Not -Match 'Known.To'
    }
}
