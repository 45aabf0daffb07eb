using NetConnect.ClientVpns;

namespace NetConnect.ClientVpn;

/// <summary>What certificates and the revocation list say.</summary>
internal static class ClientVpnCertificateFindings
{
    private const int MaxNames = 5;

    public static IEnumerable<VpnFinding> Of(ClientVpnWorld world) => InAcm(world).Concat(List(world)).Concat(OfAuthority(world));

    private static IEnumerable<VpnFinding> InAcm(ClientVpnWorld world)
    {
        foreach ((string arn, StoredCertificate? certificate) in world.Certificates.Select(pair => (pair.Key, pair.Value)))
        {
            bool isServer = arn == world.Endpoint.ServerCertificateArn;
            string what = isServer ? "The server's certificate" : "The certificate of the people's authority";
            string name = certificate is { DomainName.Length: > 0 } ? $"{what} ({certificate.DomainName})" : what;
            string follows = isServer ? "no client trusts the endpoint" : "no certificate of a person is accepted";
            if (certificate is null)
                yield return world.Finding(VpnFindingCodes.CertificateMissing, VpnFindingSeverity.Error, arn, $"{what} is not in ACM.",
                    isServer
                        ? $"Import one, and give it to the endpoint: Set-ClientVpn {world.Endpoint} -ServerCertificateArn."
                        : "Import it again: the endpoint knows it by this ARN only.");
            else if (certificate.NotAfter is { } notAfter && IsDue(world, notAfter, out bool isOver))
                yield return world.Finding(
                    isOver ? VpnFindingCodes.CertificateExpired : VpnFindingCodes.CertificateExpiring,
                    isOver ? VpnFindingSeverity.Error : VpnFindingSeverity.Warning,
                    arn,
                    isOver ? $"{name} expired on {notAfter:u}: {follows}." : $"{name} expires on {notAfter:u}: then {follows}.",
                    isServer
                        ? "Renew it (New-ClientVpnAuthority -Renew), and import it under the same ARN: New-ClientVpn with the same values and -AuthorityPath."
                        : "Make a new authority with New-ClientVpnAuthority and new certificates for everybody, and another endpoint that knows it.");
        }
    }

    // Administrator Guide, "Client certificate revocation lists": a list that has expired keeps everybody out.
    private static IEnumerable<VpnFinding> List(ClientVpnWorld world)
    {
        string path = world.Authority?.Path ?? "PATH";
        string renew = $"Renew and import it: Update-ClientVpnRevocationList {path} -ClientVpnEndpointId {world.Endpoint}.";
        if (world.RevocationList is { } list && IsDue(world, list.NextUpdate, out bool isOver))
            yield return isOver
                ? world.Finding(VpnFindingCodes.RevocationListExpired, VpnFindingSeverity.Error, world.Endpoint.ClientVpnEndpointId,
                    $"The revocation list expired on {list.NextUpdate:u}: the endpoint refuses everybody.", renew)
                : world.Finding(VpnFindingCodes.RevocationListExpiring, VpnFindingSeverity.Warning, world.Endpoint.ClientVpnEndpointId,
                    $"The revocation list expires on {list.NextUpdate:u}: then the endpoint refuses everybody.", renew);
        if (!world.RevocationListIsKnown || world.Authority is not { } authority)
            yield break;
        if (world.RevocationList is { } theirs && authority.List is { } own && theirs.Issuer != own.Issuer)
        {
            yield return world.Finding(VpnFindingCodes.OtherAuthority, VpnFindingSeverity.Warning, authority.Path,
                $"The endpoint's revocation list is of {theirs.Issuer}, and the folder has {own.Issuer}.",
                "Name the folder of the authority that the endpoint's people have their certificates from.");
            yield break;
        }
        HashSet<string> known = [.. world.RevocationList?.Revoked.Select(one => one.SerialNumber) ?? []];
        List<string> missing =
            [.. authority.Revoked.Where(one => !known.Contains(one.SerialNumber)).Select(one => one.CommonName).Distinct()];
        if (missing.Count > 0)
            yield return world.Finding(VpnFindingCodes.RevocationListOutdated, VpnFindingSeverity.Error, world.Endpoint.ClientVpnEndpointId,
                $"The authority has revoked {Names(missing)}, and the endpoint's list does not say so: they still get in.", renew);
    }

    // The server's certificate is looked at where the endpoint has it, and so is the list.
    private static IEnumerable<VpnFinding> OfAuthority(ClientVpnWorld world) =>
        from expiry in world.Authority?.Expiries ?? []
        where expiry.Severity >= VpnFindingSeverity.Warning && expiry.Kind is nameof(CertificateRole.Authority) or ExpiryList.User
        let isOver = expiry.NotAfter <= world.Now
        select world.Finding(
            isOver ? VpnFindingCodes.CertificateExpired : VpnFindingCodes.CertificateExpiring,
            // One person's is not everybody's.
            isOver && expiry.Kind != ExpiryList.User ? VpnFindingSeverity.Error : VpnFindingSeverity.Warning,
            expiry.Name,
            $"The certificate of {expiry.Name} {(isOver ? "expired" : "expires")} on {expiry.NotAfter:u}.",
            expiry.Consequence);

    private static bool IsDue(ClientVpnWorld world, DateTime notAfter, out bool isOver)
    {
        isOver = notAfter <= world.Now;
        return isOver || (notAfter - world.Now).TotalDays < world.WarningDays;
    }

    private static string Names(List<string> people) => people.Count <= MaxNames
        ? string.Join(", ", people)
        : $"{string.Join(", ", people.Take(MaxNames))} and {people.Count - MaxNames} more";
}
