# Dot-sourced by every test file: imports the module that the build assembled and starts a sandbox with the default seed.
$root = Split-Path (Split-Path $PSScriptRoot)
$version = (Import-PowerShellDataFile (Join-Path $root 'module/NetConnect.psd1')).ModuleVersion
Import-Module (Join-Path $root "output/NetConnect/$version/NetConnect.psd1") -Force
Stop-NetConnectSandbox
$sandbox = Start-NetConnectSandbox -Clock Fast

# shop (111111111111, eu-west-1) and data (222222222222, us-east-1) are the two sides.
$peer = @{ PeerRegion = 'us-east-1'; PeerRoleArn = $sandbox.Accounts[1].RoleArn }
# The certificate of shop's ACM, for an endpoint and for people.
$arn = 'arn:aws:acm:eu-west-1:111111111111:certificate/0a110000-0000-4000-8000-000000000001'
$certificates = @{ ServerCertificateArn = $arn; ClientRootCertificateChainArn = $arn }
$null = $peer, $root, $certificates # read by the files that dot-source this one

# A request from reports (222222222222) to shop (111111111111), both in eu-west-1.
function Request-Peering {
    New-VpcPeering -Credential $sandbox.Accounts[1].Credential -Region eu-west-1 -EndpointUrl $sandbox.Endpoint -VpcId reports `
        -PeerVpcId vpc-0a110000000000001 -PeerOwnerId $sandbox.Accounts[0].AccountId
}

# What a command takes besides the common parameters and those that say as whom and where.
function Get-OwnParameter([string] $Command) {
    $connection = 'Region', 'ProfileName', 'Credential', 'RoleArn', 'ExternalId', 'EndpointUrl', 'Session'
    $others = $connection + ($connection | ForEach-Object { "Peer$_" }) +
    [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
    (Get-Command $Command).Parameters.Keys | Where-Object { $_ -notin $others } | Sort-Object
}

# The calls of a script block that changed something.
function Get-Write([scriptblock] $Script) {
    $before = $sandbox.CallCount
    $null = & $Script
    $sandbox.Calls | Select-Object -Skip $before | Where-Object { $_.Action -notmatch '^(Describe|Get|List|Search|AssumeRole)' -and -not $_.ErrorCode } | ForEach-Object Action
}

# Connects a device to both tunnels of a VPN, and looks until they are up.
function Connect-Vpn($Vpn) {
    $Vpn.Tunnels | ForEach-Object { $sandbox.Vpn.Connect($Vpn.VpnConnectionId, $_.OutsideIpAddress) }
    do { $down = $Vpn | Get-VpnTunnelStatus | Where-Object Status -NE UP } while ($down)
}
