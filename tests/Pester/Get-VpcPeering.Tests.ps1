Describe 'Get-VpcPeering' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $made = New-VpcPeering shop data @peer -Tag @{ Name = 'shop-data'; Team = 'net' }
        $null = New-VpcPeering tools data @peer | Remove-VpcPeering @peer -Confirm:$false
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter Get-VpcPeering | Should -BeExactly @(
            'IncludeDeleted', 'Status', 'Tag', 'ThrottleLimit', 'VpcId', 'VpcPeeringConnectionId'
        )
    }

    It 'lists live peerings only' {
        (Get-VpcPeering).VpcPeeringConnectionId | Should -BeExactly $made.VpcPeeringConnectionId
    }

    It 'lists dead ones with -IncludeDeleted' {
        Get-VpcPeering -IncludeDeleted | Should -HaveCount 2
    }

    It 'finds by id, by name and by its own output' {
        (Get-VpcPeering $made.VpcPeeringConnectionId).Name | Should -BeExactly shop-data
        (Get-VpcPeering shop-data).VpcPeeringConnectionId | Should -BeExactly $made.VpcPeeringConnectionId
        ($made | Get-VpcPeering).VpcPeeringConnectionId | Should -BeExactly $made.VpcPeeringConnectionId
    }

    It 'gives a piped peering itself, not all peerings of its VPC' {
        $other = New-VpcPeering shop tools
        ($other | Get-VpcPeering).VpcPeeringConnectionId | Should -BeExactly $other.VpcPeeringConnectionId
        $other | Remove-VpcPeering -Confirm:$false
    }

    It 'completes peerings by name, and profiles of the shared files' {
        (TabExpansion2 'Get-VpcPeering sho' 18).CompletionMatches.ListItemText | Should -BeExactly "$made (shop-data)"
        $config = Join-Path $TestDrive config
        Set-Content $config "[profile partner]`naws_access_key_id = A`naws_secret_access_key = b"
        # In a process of its own, because AWSSDK looks once where the files are.
        $script = "
            `$env:AWS_CONFIG_FILE = '$config'
            . '$PSScriptRoot/Start.ps1'
            (TabExpansion2 'Get-VpcPeering -PeerProfileName p' 33).CompletionMatches.ListItemText"
        pwsh -NoProfile -Command $script | Should -BeExactly partner
    }

    It 'filters by VPC, state and tag' {
        Get-VpcPeering -VpcId shop -Status active -Tag @{ Team = 'net' } | Should -HaveCount 1
        Get-VpcPeering -VpcId tools | Should -BeNullOrEmpty
        Get-VpcPeering -Tag @{ Team = 'other' } | Should -BeNullOrEmpty
    }

    It 'shows the names of the VPCs that the credentials see' {
        $peering = Get-VpcPeering shop-data @peer
        $peering.Requester.Name, $peering.Accepter.Name | Should -BeExactly 'shop', 'data'
    }

    It 'says that a peering is not there' {
        { Get-VpcPeering pcx-0123456789abcdef0 -ErrorAction Stop } |
            Should -Throw -ErrorId 'PeeringNotFound,NetConnect.PowerShell.GetVpcPeeringCommand'
    }

    It 'gives objects that survive Export-Clixml with both sides, and bind again' {
        $file = Join-Path $TestDrive peering.xml
        $made | Export-Clixml $file
        $read = Import-Clixml $file
        $read.Accepter.CidrBlocks | Should -BeExactly 10.2.0.0/16
        ($read | Get-VpcPeering).VpcPeeringConnectionId | Should -BeExactly $made.VpcPeeringConnectionId
    }

    It 'shows a table with the accepting side' {
        $made | Out-String -Width 160 | Should -Match '222222222222 us-east-1 +shop-data'
    }
}
