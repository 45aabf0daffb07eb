Describe 'Revoke-ClientVpnUser' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $authority = New-ClientVpnAuthority (Join-Path $TestDrive vpn) Example
        $null = 'anna', 'ben', 'carl' | New-ClientVpnUser $authority.Path
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Revoke-ClientVpnUser | Should -BeExactly 'AuthorityPath', 'ClientVpnEndpointId', 'Name', 'Passphrase', 'ThrottleLimit'
    }

    It 'revokes nobody with -WhatIf' {
        Get-ClientVpnUser $authority.Path | Revoke-ClientVpnUser -WhatIf | Should -BeNullOrEmpty
        Get-ClientVpnUser $authority.Path -Status Revoked | Should -BeNullOrEmpty
    }

    It 'revokes people from the pipeline with one list, the second time nobody' {
        $before = Update-ClientVpnRevocationList $authority.Path
        $revoked = Get-ClientVpnUser $authority.Path anna, ben | Revoke-ClientVpnUser -Confirm:$false
        $revoked.Status | Should -Be 'Revoked', 'Revoked'
        $list = Update-ClientVpnRevocationList $authority.Path
        $list.RevokedCount | Should -Be 2
        $list.Number | Should -BeGreaterThan $before.Number
        Revoke-ClientVpnUser $authority.Path anna -Confirm:$false | Should -HaveCount 1
        (Update-ClientVpnRevocationList $authority.Path).Number | Should -Be $list.Number
    }

    It 'reports who is not known and goes on' {
        $revoked = Revoke-ClientVpnUser $authority.Path nobody, carl -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failed
        $revoked.Name | Should -BeExactly 'carl'
        $failed.FullyQualifiedErrorId | Should -BeExactly 'ClientVpnUserNotFound,NetConnect.PowerShell.RevokeClientVpnUserCommand'
    }
}
