using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using NetConnect.Sandbox.Protocol;
using NetConnect.Sandbox.Time;

namespace NetConnect.Sandbox.Ec2.ClientVpn;

/// <summary>A list of revoked client certificates, as it was imported.</summary>
internal sealed class ClientVpnRevocationList
{
    private static readonly Regex s_pem = new("^\\s*-----BEGIN X509 CRL-----([A-Za-z0-9+/=\\s]+)-----END X509 CRL-----\\s*$",
        RegexOptions.CultureInvariant);

    // The encoded name, and numbers in hexadecimal digits without zeros before them.
    private readonly byte[] _issuer;
    private readonly HashSet<string> _serials;

    private ClientVpnRevocationList(string pem, byte[] issuer, DateTime? nextUpdate, HashSet<string> serials, SandboxClock clock)
    {
        Pem = pem;
        _issuer = issuer;
        _serials = serials;
        NextUpdate = nextUpdate;
        State = new TimedState(clock, "pending").Then(StateDurations.ClientVpnRevocationList, "active");
    }

    public string Pem { get; }

    /// <summary>Until when the list is good; null where it does not say.</summary>
    public DateTime? NextUpdate { get; }

    /// <summary>How many certificates it revokes.</summary>
    public int Entries => _serials.Count;

    public TimedState State { get; }

    public bool Revokes(X509Certificate2 certificate) => _serials.Contains(certificate.SerialNumber.TrimStart('0'))
        && new DerReader(certificate.IssuerName.RawData).Read(DerReader.Sequence).Content.SequenceEqual(_issuer);

    /// <summary>Reads a list (RFC 5280, section 5.1).</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static ClientVpnRevocationList Read(string pem, SandboxClock clock)
    {
        Match found = s_pem.Match(pem);
        if (!found.Success) throw new FormatException("It is not in PEM format.");
        DerReader list = new DerReader(Convert.FromBase64String(found.Groups[1].Value)).Read(DerReader.Sequence).Read(DerReader.Sequence);
        if (list.Tag == DerReader.Integer) list.Skip();
        list.Skip();
        byte[] issuer = list.Read(DerReader.Sequence).Content;
        Time(list);
        DateTime? nextUpdate = list.Tag is DerReader.UtcTime or DerReader.GeneralizedTime ? Time(list) : null;
        var serials = new HashSet<string>(StringComparer.Ordinal);
        DerReader? entries = list.Tag == DerReader.Sequence ? list.Read(DerReader.Sequence) : null;
        while (entries is { IsAtEnd: false })
            serials.Add(Number(entries.Read(DerReader.Sequence).Read(DerReader.Integer).Content));
        return new ClientVpnRevocationList(pem, issuer, nextUpdate, serials, clock);
    }

    private static string Number(byte[] bytes) =>
        string.Concat(bytes.Select(value => value.ToString("X2", CultureInfo.InvariantCulture))).TrimStart('0');

    private static DateTime Time(DerReader list)
    {
        bool isShort = list.Tag == DerReader.UtcTime;
        string text = Encoding.ASCII.GetString(list.Read(isShort ? DerReader.UtcTime : DerReader.GeneralizedTime).Content);
        // Two digits of a year are those from 1950 to 2049 (RFC 5280, section 4.1.2.5.1).
        if (isShort) text = (string.CompareOrdinal(text, "5") < 0 ? "20" : "19") + text;
        return DateTime.ParseExact(text, "yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
    }
}
