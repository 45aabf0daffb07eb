Describe 'Get-ClientVpnExpiry' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $authority = New-ClientVpnAuthority (Join-Path $TestDrive vpn) Example -RevocationListDays 20
        $null = 'anna', 'ben' | New-ClientVpnUser $authority.Path -ValidityDays 100
        $null = Revoke-ClientVpnUser $authority.Path ben -Confirm:$false
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-ClientVpnExpiry | Should -BeExactly 'AuthorityPath', 'MinimumSeverity', 'WarningDays'
    }

    It 'lists everything that expires, the revocation list too, and nobody who is revoked' {
        $expiry = $authority | Get-ClientVpnExpiry
        $expiry.Kind | Should -BeExactly 'RevocationList', 'User', 'Server', 'Authority'
        $expiry.Severity | Should -Be 'Warning', 'Information', 'Information', 'Information'
        # Whole days that are left, of a time that certificates know to the second: 100 for as long as that second lasts.
        $expiry[1].DaysLeft | Should -BeIn 99, 100
    }

    It 'leaves out what is far away' {
        Get-ClientVpnExpiry $authority.Path -MinimumSeverity Warning -WarningDays 10 | Should -BeNullOrEmpty
        Get-ClientVpnExpiry $authority.Path -MinimumSeverity Warning -WarningDays 101 | Should -HaveCount 2
    }

    It 'says where there is no authority' {
        { Get-ClientVpnExpiry (Join-Path $TestDrive nowhere) -ErrorAction Stop } | Should -Throw -ErrorId 'AuthorityNotFound,NetConnect.PowerShell.GetClientVpnExpiryCommand'
    }
}
