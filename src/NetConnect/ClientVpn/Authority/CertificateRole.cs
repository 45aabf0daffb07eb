namespace NetConnect.ClientVpns;

/// <summary>What a certificate of an authority is for.</summary>
internal enum CertificateRole
{
    /// <summary>It signs the others.</summary>
    Authority,

    /// <summary>The endpoint shows it to clients.</summary>
    Server,

    /// <summary>A person's client shows it to the endpoint.</summary>
    Client,
}
