namespace NetConnect.ClientVpns;

/// <summary>What can be the common name of a certificate.</summary>
internal static class CommonName
{
    // ub-common-name (RFC 5280, appendix A).
    private const int MostLength = 64;

    /// <exception cref="NetConnectException">The name cannot (<see cref="ErrorIds.InvalidParameter"/>).</exception>
    public static void Check(string name)
    {
        string? fault = name switch
        {
            "" => "it is empty",
            { Length: > MostLength } => $"it has {name.Length} characters",
            _ when name.Trim() != name => "it begins or ends with a space",
            _ when name.Any(c => char.IsControl(c) || char.IsSurrogate(c)) => "it has a character that is none of a name",
            _ => null,
        };
        if (fault is not null)
        {
            throw new NetConnectException(
                ErrorIds.InvalidParameter, ErrorKind.InvalidInput, $"'{name}' cannot be the name in a certificate: {fault}. A name has 1 to {MostLength} characters.", name);
        }
    }
}
