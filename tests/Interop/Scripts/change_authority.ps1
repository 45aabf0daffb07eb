<#
.SYNOPSIS
    Makes certificates and revokes every second one, and says what is done, until it is ended.
#>
param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Prefix)
$ErrorActionPreference = 'Stop'
for ($number = 0; ; $number++) {
    $name = (New-ClientVpnUser $Path "$Prefix-$number").Name
    "issued $name"
    if ($number % 2) {
        $null = Revoke-ClientVpnUser $Path $name -Confirm:$false
        "revoked $name"
    }
}
