Describe 'New-ClientVpnUser' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $authority = New-ClientVpnAuthority (Join-Path $TestDrive vpn) Example
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter New-ClientVpnUser | Should -BeExactly 'AuthorityPath', 'Name', 'Passphrase', 'Renew', 'ThrottleLimit', 'ValidityDays'
    }

    It 'gives people from the pipeline certificates, each person one' {
        $users = 'anna', 'ben', 'Anna' | New-ClientVpnUser $authority.Path
        $users.Name | Should -BeExactly 'anna', 'ben', 'anna'
        $users[0].SerialNumber | Should -BeExactly $users[2].SerialNumber
        (New-ClientVpnUser $authority.Path anna).SerialNumber | Should -BeExactly $users[0].SerialNumber
        (New-ClientVpnUser $authority.Path anna -Renew).SerialNumber | Should -Not -BeExactly $users[0].SerialNumber
    }

    It 'takes the rows of a CSV file' {
        $file = Join-Path $TestDrive people.csv
        Set-Content $file 'Name,ValidityDays', 'carl,10', 'dora,20'
        $users = Import-Csv $file | New-ClientVpnUser $authority.Path
        $users.Name | Should -BeExactly 'carl', 'dora'
        ($users[1].NotAfter - $users[0].NotAfter).TotalDays | Should -BeGreaterThan 9
    }

    It 'issues nothing with -WhatIf' {
        New-ClientVpnUser $authority.Path emil -WhatIf | Should -BeNullOrEmpty
        { Get-ClientVpnUser $authority.Path emil -ErrorAction Stop } | Should -Throw -ErrorId 'ClientVpnUserNotFound,*'
    }

    It 'reports a bad name and goes on' {
        $users = '', 'frida' | New-ClientVpnUser $authority.Path -ErrorAction SilentlyContinue -ErrorVariable failed
        $users.Name | Should -BeExactly 'frida'
        $failed.FullyQualifiedErrorId | Should -BeExactly 'InvalidParameter,NetConnect.PowerShell.NewClientVpnUserCommand'
        { New-ClientVpnUser (Join-Path $TestDrive nowhere) anna -ErrorAction Stop } | Should -Throw -ErrorId 'AuthorityNotFound,*'
    }
}
