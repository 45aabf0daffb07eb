using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NetConnect.ClientVpn;

/// <summary>Makes the text of a person's configuration from the one that AWS has for everybody.</summary>
/// <remarks>AWS's has the remote, remote-random-hostname and the server's authority; auth-federate, auth-user-pass and static-challenge as the endpoint
/// asks for them (Client VPN Administrator Guide, "Export the client configuration file"). All of it stays, in AWS's order.</remarks>
internal static class ClientVpnConfigText
{
    private const string Remote = "remote";
    private const string RandomHostname = "remote-random-hostname";
    private const string Mssfix = "mssfix";
    private const string StaticChallenge = "static-challenge";
    private const string AnyLabel = "*.";

    // As many hexadecimal digits as OpenVPN itself puts there.
    private const int LabelLength = 12;

    private static readonly Regex s_label = new($"^remote ([0-9a-f]{{{LabelLength}}})\\.", RegexOptions.Multiline);

    /// <summary>Makes the text.</summary>
    /// <param name="baseText">AWS's text.</param>
    /// <param name="options">What is different.</param>
    /// <param name="label">The label before the endpoint's name, where the options ask for one.</param>
    /// <param name="certificatePem">The person's certificate; null where the endpoint asks for none.</param>
    /// <param name="keyPem">Its key.</param>
    public static string Build(string baseText, ClientVpnConfigOptions options, string label, string? certificatePem = null, string? keyPem = null)
    {
        var text = new StringBuilder();
        foreach ((string line, bool isDirective) in Lines(baseText))
        {
            if (Rewrite(line, isDirective ? Name(line) : "", options, label) is { } rewritten)
                text.Append(rewritten).Append('\n');
        }
        if (options.Mssfix is { } size)
            text.Append(Mssfix).Append(' ').Append(size.ToString(CultureInfo.InvariantCulture)).Append('\n');
        // 1: what is typed is shown.
        if (options.StaticChallenge is { } question)
            text.Append(StaticChallenge).Append(" \"").Append(question.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append("\" 1\n");
        if (certificatePem is not null)
            text.Append("<cert>\n").Append(certificatePem.Trim()).Append("\n</cert>\n<key>\n").Append(keyPem!.Trim()).Append("\n</key>\n");
        return text.ToString();
    }

    /// <summary>A label that nobody else has.</summary>
    public static string NewLabel() => Guid.NewGuid().ToString("N").Substring(0, LabelLength);

    /// <summary>The label that a file was made with, or null.</summary>
    public static string? FindLabel(string text) => s_label.Match(text) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>What stands between <c>&lt;name&gt;</c> and <c>&lt;/name&gt;</c>, or null.</summary>
    public static string? Block(string text, string name)
    {
        int begin = text.IndexOf($"<{name}>", StringComparison.Ordinal);
        int end = begin < 0 ? -1 : text.IndexOf($"</{name}>", begin, StringComparison.Ordinal);
        return end < 0 ? null : text.Substring(begin + name.Length + 2, end - begin - name.Length - 2).Trim();
    }

    private static string? Rewrite(string line, string name, ClientVpnConfigOptions options, string label) => name switch
    {
        Remote when options.RandomHostPrefix => WithLabel(line, label),
        RandomHostname when options.RandomHostPrefix => null,
        Mssfix when options.Mssfix is not null => null,
        StaticChallenge when options.StaticChallenge is not null => null,
        _ => line,
    };

    private static string WithLabel(string line, string label)
    {
        string[] words = line.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1)
            words[1] = $"{label}.{(words[1].StartsWith(AnyLabel, StringComparison.Ordinal) ? words[1].Substring(AnyLabel.Length) : words[1])}";
        return string.Join(" ", words);
    }

    private static string Name(string line) => line.Trim().Split([' ', '\t'], 2)[0];

    // Certificates stand in blocks, where no line is a directive.
    private static IEnumerable<(string Line, bool IsDirective)> Lines(string text)
    {
        bool isInBlock = false;
        foreach (string line in text.Replace("\r", "").TrimEnd('\n').Split('\n'))
        {
            bool isTag = line.Length > 0 && line[0] == '<';
            yield return (line, !isInBlock && !isTag);
            if (isTag)
                isInBlock = !line.StartsWith("</", StringComparison.Ordinal);
        }
    }
}
