Describe 'Get-ClientVpnExpiry' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $authority = New-ClientVpnAuthority (Join-Path $TestDrive vpn) Example -RevocationListDays 20
        $null = 'anna', 'ben' | New-ClientVpnUser $authority.Path -ValidityDays 100
        $null = Revoke-ClientVpnUser $authority.Path ben -Confirm:$false
        # Certificates know the time to the second, and so does what is counted from them.
        function Get-UtcSecond {
            $now = [datetime]::UtcNow
            $now.Date.AddSeconds([Math]::Floor($now.TimeOfDay.TotalSeconds))
        }
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-ClientVpnExpiry | Should -BeExactly 'AuthorityPath', 'MinimumSeverity', 'WarningDays'
    }

    It 'lists everything that expires, the revocation list too, and nobody who is revoked' {
        $before = Get-UtcSecond
        $expiry = $authority | Get-ClientVpnExpiry
        $after = Get-UtcSecond
        $expiry.Kind | Should -BeExactly 'RevocationList', 'User', 'Server', 'Authority'
        $expiry.Severity | Should -Be 'Warning', 'Information', 'Information', 'Information'
        # The whole days that are left: no more than before the call, no fewer than after it.
        $expiry | ForEach-Object {
            $_.DaysLeft | Should -BeLessOrEqual ([Math]::Floor(($_.NotAfter - $before).TotalDays))
            $_.DaysLeft | Should -BeGreaterOrEqual ([Math]::Floor(($_.NotAfter - $after).TotalDays))
        }
    }

    It 'leaves out what is far away' {
        Get-ClientVpnExpiry $authority.Path -MinimumSeverity Warning -WarningDays 10 | Should -BeNullOrEmpty
        Get-ClientVpnExpiry $authority.Path -MinimumSeverity Warning -WarningDays 101 | Should -HaveCount 2
    }

    It 'says where there is no authority' {
        { Get-ClientVpnExpiry (Join-Path $TestDrive nowhere) -ErrorAction Stop } | Should -Throw -ErrorId 'AuthorityNotFound,NetConnect.PowerShell.GetClientVpnExpiryCommand'
    }
}
