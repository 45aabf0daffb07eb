Describe 'New-ClientVpn' {
    BeforeAll {
        . $PSScriptRoot/Start.ps1
        $people = @{
            Name                          = 'people'
            ClientCidrBlock               = '10.200.0.0/22'
            SubnetId                      = 'subnet-0a110000000000001'
            ServerCertificateArn          = $arn
            ClientRootCertificateChainArn = $arn
            Route                         = '172.16.0.0/12'
            AuthorizedCidrBlock           = '10.1.0.0/16'
        }
    }
    AfterAll {
        Stop-NetConnectSandbox
    }

    It 'takes these parameters' {
        Get-OwnParameter New-ClientVpn | Should -BeExactly 'AccessGroupId', 'AuthorityPath', 'AuthorizedCidrBlock', 'ClientCidrBlock', 'ClientConnectHandlerArn',
        'ClientRootCertificateChainArn', 'ClientToClient', 'ConnectionLogGroup', 'ConnectionLogStream', 'Description', 'DirectoryId',
        'DisconnectOnSessionTimeout', 'DnsServer', 'EnforceClientRoutes', 'LoginBanner', 'Name', 'NoWait', 'Passphrase', 'Route',
        'SamlProviderArn', 'SecurityGroupId', 'SelfServicePortal', 'SelfServiceSamlProviderArn', 'ServerCertificateArn', 'SessionTimeoutHours', 'SplitTunnel',
        'SubnetId', 'Tag', 'ThrottleLimit', 'Timeout', 'TransportProtocol', 'VpnPort'
    }

    It 'makes nothing with -WhatIf' {
        Get-Write { New-ClientVpn @people -WhatIf } | Should -BeNullOrEmpty
    }

    It 'makes endpoint, subnet, route and rule, and the second time nothing' {
        Get-Write { New-ClientVpn @people } | Sort-Object | Should -BeExactly 'AssociateClientVpnTargetNetwork', 'AuthorizeClientVpnIngress',
        'CreateClientVpnEndpoint', 'CreateClientVpnRoute'
        Get-Write { New-ClientVpn @people } | Should -BeNullOrEmpty
    }

    It 'imports the certificate of an authority once, and again when it was renewed' {
        $authority = New-ClientVpnAuthority (Join-Path $TestDrive vpn) Example
        $new = @{ Name = 'own'; ClientCidrBlock = '10.212.0.0/22'; AuthorityPath = $authority.Path }
        Get-Write { New-ClientVpn @new -WhatIf } | Should -BeNullOrEmpty
        Get-Write { New-ClientVpn @new } | Should -BeExactly 'ImportCertificate', 'CreateClientVpnEndpoint'
        Get-Write { New-ClientVpn @new } | Should -BeNullOrEmpty
        $null = New-ClientVpnAuthority $authority.Path Example -Renew
        Get-Write { New-ClientVpn @new } | Should -BeExactly 'ImportCertificate'
    }

    It 'takes records from the pipeline, and one that is wrong leaves the others alone' {
        $rows = "Name,ClientCidrBlock`nbad,10.200.0.0/30`ngood,10.208.0.0/22" | ConvertFrom-Csv
        $made = $rows | New-ClientVpn @certificates -ErrorVariable wrong -ErrorAction SilentlyContinue
        $made.Name | Should -BeExactly good
        $wrong.FullyQualifiedErrorId | Should -BeExactly 'ClientVpnOptionInvalid,NetConnect.PowerShell.NewClientVpnCommand'
    }
}
