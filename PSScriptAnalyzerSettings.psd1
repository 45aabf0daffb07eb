@{
    Severity     = @('Error', 'Warning')
    ExcludeRules = @(
        # Set-PeeringRoutes and Get-PeeringRoutes set and get all routes of a peering together: the plural is what they do.
        'PSUseSingularNouns'
    )
    Rules        = @{
        PSUseCompatibleSyntax      = @{
            Enable         = $true
            TargetVersions = @('5.1', '7.4')
        }
        PSUseConsistentIndentation = @{
            Enable          = $true
            IndentationSize = 4
            Kind            = 'space'
        }
        PSUseConsistentWhitespace  = @{
            Enable                                  = $true
            IgnoreAssignmentOperatorInsideHashTable = $true
        }
        PSPlaceOpenBrace           = @{
            Enable     = $true
            OnSameLine = $true
        }
    }
}
