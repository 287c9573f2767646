using FiniteNCheck.Model.Formulas;

namespace FiniteNCheck.Theory;

/// <summary>
/// Automatic differentiation of rates to third order: formulas evaluated in <see cref="RateJet"/>. Products follow the rule of Leibniz,
/// functions of functions that of Faa di Bruno: <c>h = f(g)</c> has <c>h' = f' g'</c>, <c>h'' = f'' g'^2 + f' g''</c> and
/// <c>h''' = f''' g'^3 + 3 f'' g' g'' + f' g'''</c>.
/// </summary>
internal sealed class RateJets : IFormulaArithmetic<RateJet>
{
    private static readonly RateJet Zero = new(0, 0, 0, 0);

    private RateJets()
    {
    }

    /// <summary>The arithmetic.</summary>
    public static RateJets Instance { get; } = new();

    /// <inheritdoc/>
    public RateJet Constant(double value) => new(value, 0, 0, 0);

    /// <inheritdoc/>
    public RateJet Combine(FormulaOperator operation, RateJet left, RateJet right) => operation switch
    {
        FormulaOperator.Add => Sum(left, right, 1),
        FormulaOperator.Subtract => Sum(left, right, -1),
        FormulaOperator.Multiply => Product(left, right),
        FormulaOperator.Divide => Product(left, Power(right, -1)),
        _ => right is { First: 0, Second: 0, Third: 0 }
            ? Power(left, right.Value)
            : Apply(FormulaFunction.All["exp"], Product(right, Apply(FormulaFunction.All["ln"], left))),
    };

    /// <inheritdoc/>
    public RateJet Apply(FormulaFunction mapping, RateJet argument) => Compose(DerivativesOf(mapping.Name, argument.Value), argument);

    private static RateJet Sum(RateJet f, RateJet g, double sign) => new(
        f.Value + (sign * g.Value), f.First + (sign * g.First), f.Second + (sign * g.Second), f.Third + (sign * g.Third));

    private static RateJet Product(RateJet f, RateJet g) => new(
        f.Value * g.Value,
        (f.First * g.Value) + (f.Value * g.First),
        (f.Second * g.Value) + (2 * f.First * g.First) + (f.Value * g.Second),
        (f.Third * g.Value) + (3 * f.Second * g.First) + (3 * f.First * g.Second) + (f.Value * g.Third));

    // A constant stays one also where the function has no derivative.
    private static RateJet Compose(RateJet f, RateJet g) => g is { First: 0, Second: 0, Third: 0 }
        ? Zero with { Value = f.Value }
        : new RateJet(
            f.Value,
            f.First * g.First,
            (f.Second * g.First * g.First) + (f.First * g.Second),
            (f.Third * g.First * g.First * g.First) + (3 * f.Second * g.First * g.Second) + (f.First * g.Third));

    private static RateJet Power(RateJet g, double p)
    {
        double u = g.Value;
        return Compose(new RateJet(Math.Pow(u, p), Term(1, p), Term(2, p), Term(3, p)), g);

        // p (p-1) ... (p-k+1) u^(p-k), zero where the factor is, also at u = 0.
        double Term(int k, double exponent)
        {
            double factor = 1;
            for (int j = 0; j < k; j++)
            {
                factor *= exponent - j;
            }

            return factor == 0 ? 0 : factor * Math.Pow(u, exponent - k);
        }
    }

    private static RateJet DerivativesOf(string function, double u)
    {
        switch (function)
        {
            case "exp":
                double exp = Math.Exp(u);
                return new(exp, exp, exp, exp);
            case "sin":
                return new(Math.Sin(u), Math.Cos(u), -Math.Sin(u), -Math.Cos(u));
            case "cos":
                return new(Math.Cos(u), -Math.Sin(u), -Math.Cos(u), Math.Sin(u));
            case "sinh":
                return new(Math.Sinh(u), Math.Cosh(u), Math.Sinh(u), Math.Cosh(u));
            case "cosh":
                return new(Math.Cosh(u), Math.Sinh(u), Math.Cosh(u), Math.Sinh(u));
            case "tan":
                (double tan, double rise) = (Math.Tan(u), 1 / (Math.Cos(u) * Math.Cos(u)));
                return new(tan, rise, 2 * tan * rise, 2 * rise * (rise + (2 * tan * tan)));
            case "tanh":
                (double tanh, double fall) = (Math.Tanh(u), 1 / (Math.Cosh(u) * Math.Cosh(u)));
                return new(tanh, fall, -2 * tanh * fall, 2 * fall * ((2 * tanh * tanh) - fall));
            case "asin":
            case "acos":
                double w = 1 / Math.Sqrt((1 - u) * (1 + u));
                double sign = string.Equals(function, "asin", StringComparison.Ordinal) ? 1 : -1;
                double value = sign > 0 ? Math.Asin(u) : Math.Acos(u);
                return new(value, sign * w, sign * u * w * w * w, sign * w * w * w * (1 + (3 * u * u * w * w)));
            case "atan":
                double q = 1 / (1 + (u * u));
                return new(Math.Atan(u), q, -2 * u * q * q, 2 * q * q * ((4 * u * u * q) - 1));
            case "ln":
                return new(Math.Log(u), 1 / u, -1 / (u * u), 2 / (u * u * u));
            case "log10":
                double ten = Math.Log(10);
                return new(Math.Log10(u), 1 / (ten * u), -1 / (ten * u * u), 2 / (ten * u * u * u));
            case "sqrt":
                return Power(new RateJet(u, 1, 0, 0), 0.5);
            case "abs":
                return new(Math.Abs(u), u == 0 ? double.NaN : Math.Sign(u), 0, 0);
            default:
                throw new NotSupportedException($"The derivatives of the function {function} are not known: add them here.");
        }
    }
}
