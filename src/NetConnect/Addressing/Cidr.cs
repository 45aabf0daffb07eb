using System.Net;
using System.Net.Sockets;

namespace NetConnect.Addressing;

/// <summary>An IPv4 or IPv6 block in canonical form: all bits after the prefix are zero (RFC 4632, RFC 4291).</summary>
public readonly struct Cidr : IEquatable<Cidr>
{
    private static readonly byte[] s_anyIpv4 = new byte[4];
    private static readonly char[] s_notInCidr = ['%', '[', ']'];
    private readonly byte[]? _bytes;

    private Cidr(byte[] address, int prefixLength)
    {
        _bytes = address;
        PrefixLength = prefixLength;
    }

    // default(Cidr) is 0.0.0.0/0.
    private byte[] Address => _bytes ?? s_anyIpv4;

    /// <summary>The number of leading bits that make the network.</summary>
    public int PrefixLength { get; }

    /// <summary>Whether it is an IPv6 block.</summary>
    public bool IsIpv6 => Address.Length == 16;

    /// <summary>Reads a block and canonicalises it, as EC2 does: 100.68.0.18/18 is 100.68.0.0/18.</summary>
    /// <exception cref="NetConnectException">The text is not a CIDR (<see cref="ErrorIds.MalformedCidr"/>).</exception>
    public static Cidr Parse(string text) =>
        TryParse(text, out Cidr cidr)
            ? cidr
            : throw new NetConnectException(
                ErrorIds.MalformedCidr,
                ErrorKind.InvalidInput,
                $"'{text}' is not a CIDR. Write an IPv4 block like 10.1.0.0/16 or an IPv6 block like 2001:db8::/56.",
                text);

    /// <summary>Reads a block and canonicalises it.</summary>
    /// <returns>False where the text is not a CIDR.</returns>
    public static bool TryParse(string? text, out Cidr cidr)
    {
        cidr = default;
        string[] parts = (text ?? "").Trim().Split('/');
        if (parts.Length != 2 || !IsPrefixLength(parts[1], out int prefixLength) || !IPAddress.TryParse(parts[0], out IPAddress? address))
            return false;
        // IPAddress accepts 10.1 and 0x0a.1 for IPv4, and a scope, brackets and a port for IPv6; AWS accepts none of them.
        bool isIpv4 = address.AddressFamily == AddressFamily.InterNetwork;
        if ((isIpv4 && parts[0] != address.ToString()) || parts[0].IndexOfAny(s_notInCidr) >= 0 || prefixLength > (isIpv4 ? 32 : 128))
            return false;
        byte[] bytes = address.GetAddressBytes();
        for (int bit = prefixLength; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        cidr = new Cidr(bytes, prefixLength);
        return true;
    }

    /// <summary>Whether every address of the other block is in this one.</summary>
    public bool Contains(Cidr other) =>
        IsIpv6 == other.IsIpv6 && PrefixLength <= other.PrefixLength && SharesBits(other, PrefixLength);

    /// <summary>Whether the two blocks have an address in common.</summary>
    public bool Overlaps(Cidr other) => Contains(other) || other.Contains(this);

    /// <inheritdoc/>
    public bool Equals(Cidr other) => Contains(other) && PrefixLength == other.PrefixLength;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Cidr other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = PrefixLength;
        foreach (byte part in Address)
            hash = unchecked((hash * 31) + part);
        return hash;
    }

    /// <summary>Whether two blocks are the same.</summary>
    public static bool operator ==(Cidr left, Cidr right) => left.Equals(right);

    /// <summary>Whether two blocks differ.</summary>
    public static bool operator !=(Cidr left, Cidr right) => !left.Equals(right);

    /// <summary>The canonical text, such as <c>10.1.0.0/16</c>; IPv6 as RFC 5952 writes it.</summary>
    public override string ToString() => $"{new IPAddress(Address)}/{PrefixLength}";

    private static bool IsPrefixLength(string text, out int value)
    {
        value = 0;
        return text.Length is > 0 and <= 3 && text.All(c => c is >= '0' and <= '9') && int.TryParse(text, out value);
    }

    private bool SharesBits(Cidr other, int count)
    {
        for (int bit = 0; bit < count; bit += 8)
        {
            int mask = count - bit >= 8 ? 0xff : 0xff << (8 - (count - bit)) & 0xff;
            if (((Address[bit / 8] ^ other.Address[bit / 8]) & mask) != 0)
                return false;
        }
        return true;
    }
}
