using NetConnect.Sandbox.Protocol;

namespace NetConnect.Sandbox.Ec2;

/// <summary>What was made under which client token: the same request with the same token makes nothing twice (EC2 Developer Guide, "Ensuring idempotency").</summary>
internal sealed class ClientTokens
{
    private const string Parameter = "ClientToken";
    private const int MaxLength = 64;

    private readonly Dictionary<string, (string Request, object Made)> _made = new(StringComparer.Ordinal);

    /// <summary>Makes something, or gives what the same request made before.</summary>
    public T Once<T>(Ec2Call call, Func<T> make)
        where T : class
    {
        if (call.Parameters.Text(Parameter) is not { } token) return make();
        if (token.Length > MaxLength || token.Any(letter => letter > '\x7f'))
            throw new ApiException("InvalidClientToken", $"The client token is not valid: it has at most {MaxLength} ASCII characters.");
        string request = call.Parameters.TextWithout(Parameter);
        if (!_made.TryGetValue($"{call.Action} {token}", out (string Request, object Made) known))
        {
            T made = make();
            _made.Add($"{call.Action} {token}", (request, made));
            return made;
        }
        return known.Request == request
            ? (T)known.Made
            : throw new ApiException("IdempotentParameterMismatch", $"The client token '{token}' was used with other parameters.");
    }
}
