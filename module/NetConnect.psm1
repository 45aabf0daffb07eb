# The manifest stays plain data, so the choice of the folder by edition is made here.
Import-Module -Name "$PSScriptRoot/bin/$(if ($PSEdition -eq 'Core') { 'net8.0' } else { 'net472' })/NetConnect.PowerShell.dll"
